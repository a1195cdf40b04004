import { element, iconButton } from "./page.js";
import { dayOf, durationOf, percentOf, sizeOf, t, timeOf } from "./texts.js";

/** Shows the messages of one conversation, the newest last and in view. `mine` says whose stand on the right. */
export class ChatLog {
  #list;
  #mine;
  #shown = new Map();
  #atEnd = true;

  constructor(list, mine) {
    this.#list = list;
    this.#mine = mine;
    list.addEventListener("scroll", () => (this.#atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80));
    // Who has turned the phone, or opened its keyboard, still sees the newest message.
    new ResizeObserver(() => this.#atEnd && this.#toEnd()).observe(list);
  }

  /** Shows these messages and no others. What is shown already is changed where it stands. */
  show(messages) {
    const fromEnd = this.#list.scrollHeight - this.#list.scrollTop;
    const grown = messages.at(-1)?.key !== this.#list.lastElementChild?.dataset.key;
    const wanted = [];
    let day = "";
    for (const message of messages) {
      const today = dayOf(message.at ?? Date.now());
      if (today !== day) {
        wanted.push(this.#kept(`day ${today}`, () => element("p", "day", today)));
        day = today;
      }
      const item = this.#kept(message.key, () => this.#item(message));
      this.#note(item, message);
      wanted.push(item);
    }
    this.#place(wanted);
    const ours = messages.at(-1)?.from === this.#mine;
    if (this.#atEnd || (grown && ours)) {
      this.#toEnd();
    } else if (!grown) {
      this.#list.scrollTop = this.#list.scrollHeight - fromEnd;
    }
  }

  #toEnd() {
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#atEnd = true;
  }

  clear() {
    this.#atEnd = true;
    this.#list.replaceChildren();
    this.#shown.clear();
  }

  /** Brings a message into view and lets it stand out for a moment. */
  point(key) {
    const item = this.#shown.get(key);
    item?.scrollIntoView({ block: "center" });
    item?.classList.add("pointed");
  }

  #kept(key, make) {
    if (!this.#shown.has(key)) {
      this.#shown.set(key, make());
    }
    return this.#shown.get(key);
  }

  /** Leaves in the page what is in its place: a screen reader must hear only what is new. */
  #place(wanted) {
    const stay = new Set(wanted);
    for (const [key, item] of this.#shown) {
      if (!stay.has(item)) {
        item.remove();
        this.#shown.delete(key);
      }
    }
    wanted.forEach((item, i) => {
      if (this.#list.children[i] !== item) {
        this.#list.insertBefore(item, this.#list.children[i] ?? null);
      }
    });
  }

  #item(message) {
    const item = element("div", message.from === this.#mine ? "message mine" : "message theirs");
    item.dataset.key = message.key;
    item.dataset.from = message.from;
    item.append(message.transfer ? transferBubble(message) : bubble(message), element("small", "note"));
    return item;
  }

  #note(item, message) {
    if (message.seq && item.querySelector(".transfer")) {
      item.firstChild.replaceWith(bubble(message));
    } else if (message.transfer) {
      drawTransfer(item, message.transfer);
    }
    item.toggleAttribute("data-pending", !message.seq);
    item.dataset.status = message.status ?? "";
    const status = message.status ? t(message.status) : "";
    const note = [message.by, message.at ? timeOf(message.at) : "", status];
    item.lastChild.textContent = note.filter(Boolean).join(" · ");
  }
}

function bubble({ text, file, url }) {
  if (!file || !url) {
    return element("p", "bubble", text || file?.name);
  }
  const link = element("a", "bubble file");
  link.href = url;
  link.target = "_blank";
  if (file.type.startsWith("image/")) {
    const picture = element("img", "");
    picture.src = url;
    picture.alt = t("picture", { name: file.name });
    picture.loading = "lazy";
    link.append(picture);
  } else {
    link.download = file.name;
    link.append(element("strong", "", file.name), element("span", "", sizeOf(file.size)));
  }
  if (text) {
    link.append(element("span", "caption", text));
  }
  return link;
}

/** Makes what is shown while a file is on its way. */
function transferBubble({ file, transfer, cancel }) {
  const bar = element("progress", "");
  bar.max = 1;
  bar.ariaLabel = t("uploading", { name: file.name });
  const line = element("span", "line", element("strong", "", file.name), iconButton("pause", t("pause"), () => toggle(transfer)));
  line.append(iconButton("cross", t("cancel"), cancel));
  return element("div", "bubble transfer", line, bar, element("span", "state"));
}

const toggle = (transfer) => (transfer.state === "paused" ? transfer.resume() : transfer.pause());

function drawTransfer(item, transfer) {
  const part = transfer.total > 0 ? transfer.done / transfer.total : 1;
  item.querySelector("progress").value = part;
  item.querySelector(".state").textContent = stateOf(transfer, part);
  const button = item.querySelector("button");
  const paused = transfer.state === "paused";
  button.hidden = !["moving", "paused", "starting"].includes(transfer.state);
  button.ariaLabel = button.title = t(paused ? "resume" : "pause");
  button.querySelector("use").setAttribute("href", paused ? "#play" : "#pause");
}

function stateOf({ state, done, total, speed, left, reason }, part) {
  switch (state) {
    case "paused":
      return t("paused", { percent: percentOf(part) });
    case "waiting":
      return t("waitingForNetwork");
    case "storing":
      return t("storing");
    case "refused":
      return t(reason ?? "refused");
    case "moving":
      return speed > 0
        ? t("progress", { done: sizeOf(done), total: sizeOf(total), speed: sizeOf(speed), left: durationOf(left) })
        : t("starting");
    default:
      return t("starting");
  }
}
