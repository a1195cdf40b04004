import { at, element, initial } from "./page.js";
import { durationOf, t, timeOf } from "./texts.js";

const unreadOf = ({ messages, agentMark }) => messages - agentMark.read;

/** Shows who waits, longest first, and who has been answered, newest first. Returns how many messages are unread. */
export function drawQueue(entries, selected) {
  const waiting = entries.filter(({ waitingSince }) => waitingSince).sort((a, b) => a.waitingSince - b.waitingSince);
  const answered = entries.filter(({ waitingSince }) => !waitingSince).sort((a, b) => latest(b) - latest(a));
  list("waiting", waiting, selected);
  list("answered", answered, selected);
  at("queue-empty").hidden = entries.length > 0;
  return entries.reduce((sum, entry) => sum + unreadOf(entry), 0);
}

const latest = ({ last }) => last?.at ?? 0;

function list(id, entries, selected) {
  at(`${id}-title`).hidden = entries.length === 0;
  at(`${id}-count`).textContent = entries.length;
  const focused = document.activeElement?.dataset?.conversation;
  at(id).replaceChildren(...entries.map((entry) => element("li", "", line(entry, selected))));
  at(id).querySelector(`[data-conversation="${focused}"]`)?.focus();
}

function line(entry, selected) {
  const { id, online, last, waitingSince } = entry;
  const link = element("a", "entry");
  link.href = `agent/conversations/${id}`;
  link.dataset.route = "";
  link.dataset.conversation = id;
  if (id === selected) {
    link.setAttribute("aria-current", "page");
  }
  link.append(avatarOf(String(id % 100), online), wordsOf(id, last), factsOf(entry, waitingSince, last));
  return link;
}

export function avatarOf(letters, online) {
  const avatar = element("span", "avatar", letters);
  avatar.ariaHidden = "true";
  avatar.dataset.online = online;
  return avatar;
}

function wordsOf(id, last) {
  return element("span", "words", element("strong", "", t("guest", { id })), element("span", "muted", textOf(last)));
}

/** Returns the words that stand for a message in one line. */
export function textOf(message) {
  if (!message) {
    return t("notWritten");
  }
  return message.file ? message.file.name : `${message.from === "agent" ? `${t("you")}: ` : ""}${message.text}`;
}

function factsOf(entry, waitingSince, last) {
  const facts = element("span", "facts");
  const waits = waitingSince && durationOf(Date.now() - waitingSince);
  const time = element("span", waits ? "waits" : "muted", waits || (last ? timeOf(last.at) : ""));
  if (waits) {
    time.title = t("waitsFor", { time: waits });
  }
  facts.append(time);
  const unread = unreadOf(entry);
  if (unread > 0) {
    const badge = element("span", "badge", String(unread));
    badge.role = "img";
    badge.ariaLabel = t("unread", { count: unread });
    facts.append(badge);
  }
  return facts;
}

/** Shows which colleagues are here. */
export function drawColleagues(place, colleagues, own) {
  place.replaceChildren(
    ...colleagues
      .filter(({ id }) => id !== own)
      .map(({ name, online }) => {
        const avatar = avatarOf(initial(name), online);
        avatar.classList.add("small");
        const item = element("li", "", avatar, element("span", "visually-hidden", `${name}: ${t(online ? "online" : "away")}`));
        item.title = `${name} · ${t(online ? "online" : "away")}`;
        return item;
      }),
  );
}
