import { ChatLog } from "./chat-log.js";
import { forget, keep, messageKey } from "./outbox.js";
import { Transfer } from "./transfer.js";

const MAX_FILE_SIZE = 10 * 1024 * 1024;
const none = { delivered: 0, read: 0 };

/** Returns how far a side has come by both: what is told may be told late, and nobody goes back. */
export const further = (one, other) => ({
  delivered: Math.max(one.delivered, other.delivered),
  read: Math.max(one.read, other.read),
});

/**
 * One conversation as this page knows it: what the server has stored, by its place, and what is still on its way, by its key.
 *
 * `side` is ours; `owner` names who writes; `send(message, done)` and `before(seq)` reach the server; `changed` is called after every change.
 */
export class Talk {
  id;
  marks = { customer: none, agent: none };
  #side;
  #owner;
  #server;
  #changed;
  #stored = new Map();
  #unsent = new Map();

  constructor({ id = null, side, owner, server, changed }) {
    this.id = id;
    this.#side = side;
    this.#owner = owner;
    this.#server = server;
    this.#changed = changed;
  }

  /** Takes the newest messages from the server; what came over the socket in the meantime stays. */
  load(messages, marks) {
    const first = messages[0]?.seq ?? 0;
    const gap = this.last > 0 && first > this.last + 1;
    if (gap) {
      this.#stored.clear();
    }
    messages.forEach((message) => this.#store(message));
    this.mark("customer", marks.customer);
    this.mark("agent", marks.agent);
    this.#changed();
  }

  get loaded() {
    return this.#stored.size > 0;
  }

  /** The place of the last message. */
  get last() {
    return Math.max(0, ...this.#stored.keys());
  }

  /** Whether there are messages before the first one here. */
  get hasEarlier() {
    return this.#stored.size > 0 && Math.min(...this.#stored.keys()) > 1;
  }

  async loadEarlier() {
    const messages = await this.#server.before(Math.min(...this.#stored.keys()));
    if (Array.isArray(messages)) {
      messages.forEach((message) => this.#store(message));
      this.#changed();
    }
  }

  /** A message came over the socket, perhaps one of ours. */
  add(message) {
    this.#store(message);
    this.#changed();
  }

  /** One side has come further. */
  mark(side, mark) {
    this.marks = { ...this.marks, [side]: further(this.marks[side], mark) };
  }

  get unread() {
    const read = this.marks[this.#side].read;
    return [...this.#stored.values()].filter(({ seq, from }) => seq > read && from !== this.#side).length;
  }

  /** Begins a message. Which conversation is a customer's, the server knows. */
  #message(content) {
    const conversation = this.#side === "agent" ? this.id : null;
    return { key: messageKey(), owner: this.#owner, conversation, ...content };
  }

  /** Sends a text; it is kept in the browser until the server has it. */
  write(text) {
    const message = this.#message({ text });
    keep(message);
    this.resend(message);
  }

  /** Sends a file. */
  async attach(file) {
    const message = this.#message({ file });
    if (file.size > MAX_FILE_SIZE) {
      this.#unsent.set(message.key, this.#refusal(message, "tooLarge"));
      this.#changed();
      return;
    }
    await keep(message);
    this.resend(message);
  }

  /** Sends what an earlier page could not. */
  resend(message) {
    if (this.#unsent.has(message.key)) {
      return;
    }
    if (message.file) {
      this.#transfer(message);
    } else {
      this.#unsent.set(message.key, { ...message, from: this.#side, status: "sending" });
      this.#server.send(message, (answer) => this.#answered(message, answer));
    }
    this.#changed();
  }

  /** Returns all messages as the log shows them. */
  get messages() {
    const stored = [...this.#stored.values()].sort((a, b) => a.seq - b.seq).map((message) => this.#view(message));
    return [...stored, ...this.#unsent.values()];
  }

  #answered(message, answer) {
    if (answer.refused) {
      forget(message.key);
      this.#unsent.set(message.key, this.#refusal(message, "refused"));
    } else {
      this.#store(answer);
    }
    this.#changed();
  }

  #refusal(message, status) {
    return { key: message.key, text: message.text ?? message.file.name, from: this.#side, status };
  }

  #transfer(message) {
    const transfer = new Transfer(message, () => {
      if (transfer.state === "refused") {
        forget(message.key);
        transfer.end();
        this.#unsent.set(message.key, this.#refusal(message, "refused"));
      }
      this.#changed();
    });
    const cancel = () => {
      forget(message.key);
      transfer.cancel();
      this.#unsent.delete(message.key);
      this.#changed();
    };
    this.#unsent.set(message.key, { ...message, from: this.#side, transfer, cancel });
    transfer.start();
  }

  #store(message) {
    this.#stored.set(message.seq, message);
    if (message.from === this.#side) {
      this.#unsent.get(message.key)?.transfer?.end();
      this.#unsent.delete(message.key);
      forget(message.key);
      this.mark(this.#side, { delivered: message.seq, read: message.seq });
    } else {
      const theirs = this.#side === "agent" ? "customer" : "agent";
      this.mark(theirs, { delivered: message.seq, read: message.seq });
    }
  }

  #view(message) {
    const url = message.file && this.id ? `api/files/${this.id}/${message.seq}` : null;
    return message.from === this.#side ? { ...message, url, status: this.#status(message.seq) } : { ...message, url };
  }

  #status(seq) {
    const { delivered, read } = this.marks[this.#side === "agent" ? "customer" : "agent"];
    return seq <= read ? "read" : seq <= delivered ? "delivered" : "sent";
  }
}

/** Shows a talk in a log, with a button for what was said earlier. */
export class TalkView {
  #log;
  #earlier;
  #talk = null;

  constructor(list, earlier, side) {
    this.#log = new ChatLog(list, side);
    this.#earlier = earlier;
    earlier.addEventListener("click", () => this.#talk?.loadEarlier());
  }

  show(talk) {
    if (talk !== this.#talk) {
      this.#log.clear();
      this.#talk = talk;
    }
    this.#log.show(talk.messages);
    this.#earlier.hidden = !talk.hasEarlier;
  }

  point(seq) {
    const message = this.#talk.messages.find((one) => one.seq === seq);
    if (message) {
      this.#log.point(message.key);
    }
  }
}
