import { at, element } from "./page.js";
import { dayOf, t, timeOf } from "./texts.js";

const PAUSE = 250;

/** Makes a field that searches the history as one types; while there are words in it, what was found takes the place of the queue. */
export function searchBox(field, list, count, search) {
  let timer;
  let asked = "";
  const draw = (found) => {
    list.replaceChildren(...found.map((one) => element("li", "", line(one, asked))));
    count.textContent = found.length > 0 ? t("found", { count: found.length }) : t("foundNothing");
  };
  const ask = async () => {
    const words = (asked = field.value.trim());
    at("queue").dataset.searching = Boolean(words);
    count.textContent = "";
    list.replaceChildren();
    if (words) {
      const found = await search(words);
      if (words === asked && Array.isArray(found)) {
        draw(found);
      }
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      ask();
    }
  });
}

function line({ conversation, message }, words) {
  const link = element("a", "entry");
  link.href = `agent/conversations/${conversation}#${message.seq}`;
  link.dataset.route = "";
  const when = `${dayOf(message.at)}, ${timeOf(message.at)}`;
  const text = message.file?.name ?? message.text;
  link.append(
    element(
      "span",
      "words",
      element("strong", "", t("guest", { id: conversation })),
      element("span", "quote", ...marked(text, words)),
      element("span", "muted", [message.by, when].filter(Boolean).join(" · ")),
    ),
  );
  return link;
}

/** Returns the text around the words, with the words marked. */
function marked(text, words) {
  const place = text.toLowerCase().indexOf(words.toLowerCase());
  if (place < 0) {
    return [text];
  }
  const start = Math.max(0, place - 30);
  const end = place + words.length;
  return [`${start > 0 ? "…" : ""}${text.slice(start, place)}`, element("mark", "", text.slice(place, end)), text.slice(end)];
}
