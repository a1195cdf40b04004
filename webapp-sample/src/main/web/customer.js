import { composer } from "./composer.js";
import { connect, isLookedAt, onLook } from "./connection.js";
import { kept } from "./outbox.js";
import { at, initial, show, title } from "./page.js";
import { Talk, TalkView } from "./talk.js";
import { t } from "./texts.js";
import { typingLine } from "./typing.js";
import { uploadForm } from "./upload.js";

/** The page of the shop: its chat connects at once. */
export function customerPage() {
  const page = new CustomerPage();
  return { close: () => page.close() };
}

class CustomerPage {
  #socket = null;
  #closed = false;
  #told = 0;
  #waiting = [];
  #talk = this.#newTalk();
  #view;
  #typing;
  #stopLooking;

  constructor() {
    show("customer-page");
    uploadForm(at("upload-form"));
    this.#view = new TalkView(at("chat-log"), at("chat-earlier"), "customer");
    this.#typing = typingLine(at("chat-typing"));
    composer(at("chat-form"), at("chat"), {
      text: (text) => this.#talk.write(text),
      file: (file) => this.#talk.attach(file),
      typing: () => this.#socket?.volatile.emit("typing"),
    });
    this.#stopLooking = onLook(() => this.#mark());
    this.#draw();
    kept("customer").then((messages) => messages.forEach((message) => this.#talk.resend(message)));
    this.#visit();
  }

  close() {
    this.#closed = true;
    this.#stopLooking();
    this.#socket?.disconnect();
  }

  #newTalk() {
    return new Talk({
      side: "customer",
      owner: "customer",
      server: {
        send: (message, done) => this.#send(message, done),
        before: (seq) => this.#socket.emitWithAck("before", seq),
      },
      changed: () => this.#draw(),
    });
  }

  /** A customer is known by the session of the browser: it has to be there before the chat connects. */
  async #visit() {
    const answer = await fetch("api/visit", { method: "POST" }).catch(() => null);
    if (this.#closed) {
      return;
    }
    if (!answer?.ok) {
      setTimeout(() => this.#visit(), 2000);
    } else if (this.#socket) {
      this.#socket.connect();
    } else {
      this.#open();
    }
  }

  #open() {
    this.#socket = connect("customer", () => setTimeout(() => this.#visit(), 1000));
    this.#socket.on("desk", (desk) => this.#load(desk));
    this.#socket.on("agent", (agent) => showAgent(agent));
    this.#socket.on("message", (id, message) => {
      this.#talk.id = id;
      if (message.from === "agent") {
        this.#typing.stop();
      }
      this.#talk.add(message);
    });
    this.#socket.on("mark", (side, mark) => {
      this.#talk.mark(side, mark);
      this.#draw();
    });
    this.#socket.on("typing", () => this.#typing.start(t("typing", { name: at("chat-agent").dataset.name })));
    this.#waiting.splice(0).forEach(([message, done]) => this.#send(message, done));
  }

  #load(desk) {
    this.#told = 0;
    showAgent(desk.agent);
    this.#talk.id = desk.conversation ?? this.#talk.id;
    this.#talk.load(desk.messages, { customer: { delivered: 0, read: desk.read }, agent: desk.mark });
  }

  #send(message, done) {
    if (!this.#socket) {
      this.#waiting.push([message, done]);
      return;
    }
    this.#socket.emit("message", message.key, message.text, (error, answer) => done(answer));
  }

  #draw() {
    this.#view?.show(this.#talk);
    this.#mark();
    const unread = this.#talk.unread;
    at("chat-unread").textContent = unread;
    at("chat-unread").ariaLabel = t("unread", { count: unread });
    at("chat-unread").hidden = unread === 0;
    title(t("service"), unread);
  }

  /** Tells the server what this page has, and what somebody has seen. */
  #mark() {
    const last = this.#talk.last;
    const read = isLookedAt() ? last : this.#talk.marks.customer.read;
    if (this.#socket?.connected && (last > this.#told || read > this.#talk.marks.customer.read)) {
      this.#told = last;
      this.#talk.mark("customer", { delivered: last, read });
      this.#socket.emit("mark", { delivered: last, read }, () => {});
      this.#draw();
    }
  }
}

function showAgent({ name, online }) {
  const line = at("chat-agent");
  line.dataset.name = name ?? "";
  line.textContent = name ? t(online ? "served" : "servedLater", { name }) : t("nobody");
  at("chat-avatar").textContent = initial(name ?? "Mortise");
  at("chat-avatar").dataset.online = Boolean(online);
}
