import { ChatLog } from "./chat-log.js";
import { composer } from "./composer.js";
import { connect } from "./connection.js";
import { at, initial, show, title } from "./page.js";
import { isSignedIn, signIn, signOut } from "./sign-in.js";

/** The desk of an agent, or the form to sign in. */
export function agentPage() {
  let desk = null;
  let selected = "";
  let closed = false;

  // Who is signed in is known to the server alone: it is asked first, and whenever it has refused us.
  const start = async () => {
    desk?.close();
    desk = null;
    const known = await isSignedIn();
    if (closed) {
      return;
    }
    if (known) {
      desk = new Desk(start);
      desk.select(selected);
    } else {
      signIn(start);
    }
  };

  start();
  return {
    navigate(id) {
      selected = id;
      desk?.select(id);
    },
    close() {
      closed = true;
      desk?.close();
    },
  };
}

class Desk {
  #socket;
  #conversations = new Map();
  #pending = new Map();
  #log;
  #selected = "";
  #known = false;
  #focused = () => this.#read();

  constructor(refused) {
    show("agent-page");
    this.#log = new ChatLog(at("talk-log"), "agent");
    this.#socket = connect("agent", refused);
    this.#socket.on("desk", (desk) => this.#reset(desk));
    this.#socket.on("conversation", (conversation) => this.#put(conversation));
    this.#socket.on("closed", (id) => this.#remove(id));
    this.#socket.on("presence", (id, online) => this.#presence(id, online));
    this.#socket.on("message", (id, message) => this.#message(id, message));
    this.#socket.on("read", (id) => this.#count(id, 0));
    composer(at("talk-form"), (message) => this.#send(message));
    at("sign-out").addEventListener("click", async () => {
      await signOut();
      refused();
    });
    addEventListener("focus", this.#focused);
    title("Desk");
  }

  /** Shows the conversation with this id, or none. */
  select(id) {
    this.#selected = id;
    this.#draw();
    this.#drawTalk();
    this.#read();
    if (this.#conversations.has(id) && matchMedia("(min-width: 760px)").matches) {
      at("talk-text").focus();
    }
  }

  close() {
    removeEventListener("focus", this.#focused);
    this.#socket.disconnect();
  }

  #reset({ name, conversations }) {
    at("agent-name").textContent = name;
    at("agent-avatar").textContent = initial(name);
    this.#known = true;
    this.#conversations = new Map(conversations.map((conversation) => [conversation.id, conversation]));
    conversations.forEach(({ messages }) => messages.forEach(({ key }) => this.#pending.delete(key)));
    this.select(this.#selected);
  }

  #put(conversation) {
    this.#conversations.set(conversation.id, conversation);
    this.#draw();
    if (conversation.id === this.#selected) {
      this.#drawTalk();
      this.#read();
    }
  }

  #remove(id) {
    this.#conversations.delete(id);
    this.#draw();
    this.#drawTalk();
  }

  #presence(id, online) {
    this.#change(id, (conversation) => (conversation.online = online));
    if (id === this.#selected) {
      this.#drawHead();
    }
  }

  #message(id, message) {
    this.#pending.delete(message.key);
    this.#change(id, (conversation) => {
      conversation.messages.push(message);
      conversation.unread += message.from === "customer" ? 1 : 0;
    });
    if (id === this.#selected) {
      this.#log.add(message);
      this.#read();
    }
  }

  #send(message) {
    const conversation = this.#selected;
    this.#pending.set(message.key, { ...message, conversation });
    this.#log.sending(message);
    this.#socket.emit("message", conversation, message.key, message.text, (error, answer) => {
      this.#pending.delete(message.key);
      if (answer?.refused && conversation === this.#selected) {
        this.#log.refused(message);
      }
    });
  }

  /** Tells the server that the agent looks at the selected conversation. */
  #read() {
    if (document.hasFocus() && this.#conversations.get(this.#selected)?.unread > 0) {
      this.#socket.emit("read", this.#selected, () => {});
      this.#count(this.#selected, 0);
    }
  }

  #count(id, unread) {
    this.#change(id, (conversation) => (conversation.unread = unread));
  }

  #change(id, change) {
    const conversation = this.#conversations.get(id);
    if (conversation) {
      change(conversation);
      this.#draw();
    }
  }

  #draw() {
    const all = [...this.#conversations.values()].sort((a, b) => latest(b) - latest(a));
    at("conversations").replaceChildren(...all.map((conversation) => entry(conversation, this.#selected)));
    at("queue-empty").hidden = !this.#known || all.length > 0;
    title(
      "Desk",
      all.reduce((sum, { unread }) => sum + unread, 0),
    );
  }

  #drawTalk() {
    const conversation = this.#conversations.get(this.#selected);
    at("desk").dataset.view = this.#selected ? "talk" : "queue";
    at("talk").hidden = !conversation;
    at("talk-empty").hidden = Boolean(conversation);
    const lost = this.#known && this.#selected && !conversation;
    at("talk-empty-title").textContent = lost ? "This conversation is not yours" : "Pick a conversation";
    at("talk-empty-text").textContent = lost
      ? "It has ended, or a colleague has taken it over."
      : "Or wait: the next customer is yours.";
    at("talk-empty-back").hidden = !lost;
    if (conversation) {
      const pending = [...this.#pending.values()].filter((message) => message.conversation === this.#selected);
      this.#log.reset(conversation.messages, pending);
      this.#drawHead();
    }
  }

  #drawHead() {
    const { name, online } = this.#conversations.get(this.#selected);
    at("talk-title").textContent = name;
    at("talk-avatar").textContent = initial(name);
    at("talk-presence").textContent = online ? "Online" : "Offline";
    at("talk-presence").dataset.online = online;
  }
}

const latest = ({ since, messages }) => messages.at(-1)?.at ?? since;

/** Makes the line of a conversation in the list. */
function entry({ id, name, online, unread, messages }, selected) {
  const link = document.createElement("a");
  link.href = `agent/conversations/${encodeURIComponent(id)}`;
  link.dataset.route = "";
  link.dataset.conversation = id;
  if (id === selected) {
    link.setAttribute("aria-current", "page");
  }
  const avatar = part("span", "avatar", initial(name));
  avatar.ariaHidden = "true";
  avatar.dataset.online = online;
  const text = part("span", "entry");
  text.append(part("strong", "", name), part("span", "muted", messages.at(-1)?.text ?? "Has not written yet"));
  link.append(avatar, text);
  if (unread > 0) {
    const badge = part("span", "badge", unread);
    badge.ariaLabel = `${unread} unread`;
    link.append(badge);
  }
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function part(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
