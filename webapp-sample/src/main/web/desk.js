import { connect, isLookedAt, onLook } from "./connection.js";
import { liveView } from "./live.js";
import { kept } from "./outbox.js";
import { at, initial, show, title } from "./page.js";
import { drawColleagues, drawQueue } from "./queue.js";
import { searchBox } from "./search.js";
import { signOut } from "./sign-in.js";
import { further, Talk } from "./talk.js";
import { TalkPane } from "./talk-pane.js";
import { t } from "./texts.js";

/** What an agent works with: the queue, the conversation that is selected, and how the desk is doing. */
export class AgentDesk {
  agent = null;
  colleagues = [];
  #socket;
  #refused;
  #own = new Map();
  #foreign = new Map();
  #talks = new Map();
  #selected = 0;
  #lost = false;
  #pane;
  #live;
  #stopLooking;
  #clock;

  constructor(refused) {
    this.#refused = refused;
    show("agent-page");
    title(t("desk"));
    this.#pane = new TalkPane(this);
    this.#live = liveView();
    searchBox(at("search"), at("found"), at("found-count"), (words) => this.ask("search", words));
    at("sign-out").addEventListener("click", () => this.#leave());
    this.#socket = connect("agent", refused);
    this.#listen();
    this.#stopLooking = onLook(() => this.#draw());
    this.#clock = setInterval(() => this.#drawQueue(), 5000);
  }

  close() {
    clearInterval(this.#clock);
    this.#stopLooking();
    this.#socket.disconnect();
  }

  /** Shows the conversation with this id, or none; the part of the address behind `#` names a message. */
  select(id) {
    this.#selected = id;
    this.#lost = false;
    this.#pane.seek(Number(location.hash.slice(1)) || 0);
    this.#draw();
    if (id && this.#socket.connected) {
      this.#open(id);
    }
  }

  /** Sends what the server answers. */
  ask(event, ...args) {
    return this.#socket.emitWithAck(event, ...args);
  }

  typing(id) {
    this.#socket.volatile.emit("typing", id);
  }

  /** Returns what is known of a conversation, whoever serves the customer. */
  entry(id) {
    return this.#own.get(id) ?? this.#foreign.get(id);
  }

  isOwn(id) {
    return this.#own.has(id);
  }

  nameOf(agent) {
    return this.colleagues.find(({ id }) => id === agent)?.name ?? agent;
  }

  isHere(agent) {
    return this.colleagues.some(({ id, online }) => id === agent && online);
  }

  #listen() {
    const on = (event, handle) =>
      this.#socket.on(event, (...args) => {
        handle(...args);
        this.#draw();
      });
    on("desk", (desk) => this.#reset(desk));
    on("colleagues", (colleagues) => (this.colleagues = colleagues));
    on("conversation", (entry) => this.#put(entry));
    on("gone", (id) => this.#gone(id));
    on("presence", (id, online) => this.#change(id, { online }));
    on("message", (id, message) => this.#message(id, message));
    on("mark", (id, side, mark) => this.#mark(id, side, mark));
    this.#socket.on("typing", (id) => id === this.#selected && this.#pane.typing());
    this.#socket.on("live", (live) => this.#live.draw(live));
  }

  #reset({ agent, colleagues, conversations }) {
    this.agent = agent;
    this.colleagues = colleagues;
    at("agent-name").textContent = agent.name;
    at("agent-avatar").textContent = initial(agent.name);
    this.#own = new Map(conversations.map((entry) => [entry.id, entry]));
    this.#foreign.clear();
    if (this.#selected) {
      this.#open(this.#selected);
    }
    kept(`agent:${agent.id}`).then((messages) =>
      messages.forEach((message) => this.#talk(message.conversation).resend(message)),
    );
  }

  #put(entry) {
    this.#own.set(entry.id, entry);
    this.#foreign.delete(entry.id);
    if (entry.id === this.#selected) {
      this.#open(entry.id);
    }
  }

  #gone(id) {
    this.#own.delete(id);
    if (id === this.#selected) {
      this.#open(id);
    }
  }

  #message(id, message) {
    const { agentMark: mark, waitingSince } = this.entry(id) ?? {};
    const fromCustomer = message.from === "customer";
    this.#change(id, {
      last: message,
      messages: message.seq,
      waitingSince: fromCustomer ? (waitingSince ?? message.at) : null,
      agentMark: fromCustomer ? mark : { delivered: message.seq, read: message.seq },
    });
    this.#talks.get(id)?.add(message);
    if (fromCustomer && id === this.#selected) {
      this.#pane.typed();
    }
  }

  #mark(id, side, mark) {
    this.#change(id, { [`${side}Mark`]: further(this.entry(id)?.[`${side}Mark`] ?? mark, mark) });
    this.#talks.get(id)?.mark(side, mark);
  }

  #change(id, changes) {
    const entry = this.entry(id);
    if (entry) {
      Object.assign(entry, changes);
    }
  }

  /** Asks for a conversation and its newest messages. */
  async #open(id) {
    const answer = await this.ask("open", id);
    if (answer.refused) {
      this.#lost = id === this.#selected;
      this.#draw();
      return;
    }
    const { conversation, messages } = answer;
    const own = conversation.agent === this.agent?.id && !conversation.closed;
    (own ? this.#own : this.#foreign).set(id, conversation);
    (own ? this.#foreign : this.#own).delete(id);
    this.#talk(id).load(messages, { customer: conversation.customerMark, agent: conversation.agentMark });
    if (id === this.#selected) {
      this.#pane.opened(this.#talk(id));
    }
  }

  #talk(id) {
    if (!this.#talks.has(id)) {
      const server = {
        send: (message, done) => this.#socket.emit("message", id, message.key, message.text, (error, answer) => done(answer)),
        before: (seq) => this.ask("before", id, seq),
      };
      const owner = `agent:${this.agent.id}`;
      this.#talks.set(id, new Talk({ id, side: "agent", owner, server, changed: () => this.#draw() }));
    }
    return this.#talks.get(id);
  }

  /** Tells the server what has come to this page, and what the agent has seen. */
  #told() {
    for (const entry of this.#own.values()) {
      const { id, messages, agentMark } = entry;
      const seen = id === this.#selected && this.#talks.get(id)?.loaded && isLookedAt();
      const mark = { delivered: messages, read: seen ? messages : agentMark.read };
      if (this.#socket.connected && (mark.delivered > agentMark.delivered || mark.read > agentMark.read)) {
        entry.agentMark = mark;
        this.#talks.get(id)?.mark("agent", mark);
        this.#socket.emit("mark", id, mark, () => {});
      }
    }
  }

  #draw() {
    if (!this.agent) {
      return;
    }
    this.#told();
    this.#drawQueue();
    drawColleagues(at("colleagues"), this.colleagues, this.agent.id);
    at("desk").dataset.view = this.#selected ? "talk" : "queue";
    this.#pane.draw(this.#selected, this.#talks.get(this.#selected), this.#lost);
  }

  #drawQueue() {
    const unread = drawQueue([...this.#own.values()], this.#selected);
    title(t("desk"), unread);
  }

  async #leave() {
    await signOut();
    this.#refused();
  }
}
