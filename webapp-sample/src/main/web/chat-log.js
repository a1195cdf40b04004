/** Shows the messages of one conversation in a list, the newest last and in view. `mine` says whose stand on the right. */
export class ChatLog {
  #list;
  #mine;
  #time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

  constructor(list, mine) {
    this.#list = list;
    this.#mine = mine;
  }

  /** Shows these messages and no others, but keeps what is still on its way. */
  reset(messages, pending) {
    this.#list.replaceChildren(...messages.map((message) => this.#item(message)));
    pending.forEach((message) => this.sending(message));
    this.#scroll();
  }

  /** Shows a message of ours that the server has not confirmed. */
  sending(message) {
    this.add({ ...message, from: this.#mine }, "Sending …");
  }

  /** Shows that a message of ours was not taken. */
  refused(message) {
    this.add({ ...message, from: this.#mine }, "Not delivered");
  }

  /** Shows a message, in the place of what was shown under the same key. */
  add(message, note) {
    const item = this.#item(message, note);
    const shown = this.#list.querySelector(`[data-key="${CSS.escape(message.key)}"]`);
    if (shown) {
      shown.replaceWith(item);
    } else {
      this.#list.append(item);
    }
    this.#scroll();
  }

  #item({ key, from, text, at }, note = this.#time.format(new Date(at))) {
    const item = document.createElement("div");
    item.className = from === this.#mine ? "message mine" : "message theirs";
    item.dataset.key = key;
    item.dataset.from = from;
    item.toggleAttribute("data-pending", !at);
    const body = document.createElement("p");
    body.textContent = text;
    const foot = document.createElement("small");
    foot.textContent = note;
    item.append(body, foot);
    return item;
  }

  #scroll() {
    this.#list.scrollTop = this.#list.scrollHeight;
  }
}
