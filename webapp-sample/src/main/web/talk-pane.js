import { composer } from "./composer.js";
import { menu } from "./menu.js";
import { at } from "./page.js";
import { go } from "./router.js";
import { TalkView } from "./talk.js";
import { t } from "./texts.js";
import { typingLine } from "./typing.js";

const CANNED = [1, 2, 3, 4, 5];

/** The selected conversation, and what an agent may do with it. */
export class TalkPane {
  #desk;
  #view = new TalkView(at("talk-log"), at("talk-earlier"), "agent");
  #typing = typingLine(at("talk-typing"));
  #id = 0;
  #talk = null;
  #sought = null;

  constructor(desk) {
    this.#desk = desk;
    const field = composer(at("talk-form"), at("talk"), {
      text: (text) => this.#talk.write(text),
      file: (file) => this.#talk.attach(file),
      typing: () => desk.typing(this.#id),
    });
    menu(
      at("canned"),
      CANNED.map((number) => ({ label: t(`canned.${number}`), choose: () => field.insert(t(`canned.${number}`)) })),
    );
    at("talk-done").addEventListener("click", () => this.#close(this.#id));
    at("talk-take").addEventListener("click", () => desk.ask("take", this.#id));
  }

  /** Stays if the customer has just written more than is shown. */
  async #close(id) {
    const answer = await this.#desk.ask("close", id, this.#talk.last);
    if (!answer?.refused && id === this.#id) {
      go("agent");
    }
  }

  typing() {
    this.#typing.start(t("customerTyping"));
  }

  typed() {
    this.#typing.stop();
  }

  /** Somebody has picked a conversation, and perhaps a message of it: what is done once its messages have come. */
  seek(seq) {
    this.#sought = seq;
  }

  /** The messages of the conversation have come: brings the one that was picked into view, else lets the agent write. */
  async opened(talk) {
    const seq = this.#sought;
    this.#sought = null;
    while (seq > 0 && talk.hasEarlier && !talk.messages.some((message) => message.seq === seq)) {
      await talk.loadEarlier();
    }
    if (seq > 0 && talk === this.#talk) {
      this.#view.point(seq);
    } else if (seq === 0 && matchMedia("(min-width: 900px)").matches && this.#desk.isOwn(talk.id)) {
      at("talk-text").focus();
    }
  }

  draw(id, talk, lost) {
    const entry = this.#desk.entry(id);
    if (id !== this.#id) {
      this.#typing.stop();
    }
    this.#id = id;
    this.#talk = talk;
    at("talk").hidden = !entry || !talk;
    at("talk-empty").hidden = Boolean(entry && talk) || (id > 0 && !lost);
    at("talk-empty-title").textContent = t(lost ? "lost" : "pick");
    at("talk-empty-text").textContent = t(lost ? "lostText" : "pickText");
    at("talk-empty-back").hidden = !lost;
    if (entry && talk) {
      this.#view.show(talk);
      this.#head(entry);
      this.#rights(entry);
    }
  }

  #head({ id, online }) {
    at("talk-title").textContent = t("guest", { id });
    at("talk-avatar").textContent = id % 100;
    at("talk-avatar").dataset.online = online;
    at("talk-presence").textContent = t(online ? "online" : "away");
    at("talk-presence").dataset.online = online;
  }

  /** What is not ours we may read, and perhaps take over. */
  #rights(entry) {
    const own = this.#desk.isOwn(entry.id);
    const served = !own && !entry.closed && this.#desk.isHere(entry.agent) && entry.agent !== this.#desk.agent.id;
    at("talk-form").hidden = !own;
    at("talk-done").hidden = !own;
    at("hand-over").hidden = !own;
    at("talk-foreign").hidden = own;
    at("talk-take").hidden = served;
    at("talk-why").textContent = entry.closed
      ? t("isClosed")
      : served
        ? t("servedBy", { name: this.#desk.nameOf(entry.agent) })
        : t("isFree");
    this.#colleagues();
  }

  #colleagues() {
    const here = this.#desk.colleagues.filter((colleague) => colleague.online && colleague.id !== this.#desk.agent.id);
    const shown = here.map((colleague) => colleague.id).join();
    if (at("hand-over").dataset.shown !== shown) {
      at("hand-over").dataset.shown = shown;
      const choices = here.map(({ id: colleague, name }) => ({
        label: t("handOverTo", { name }),
        choose: () => this.#desk.ask("hand over", this.#id, colleague),
      }));
      menu(at("hand-over"), choices.length > 0 ? choices : [{ label: t("noColleague") }]);
    }
  }
}
