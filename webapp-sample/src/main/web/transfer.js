import { Upload } from "tus-js-client";
import { isKept } from "./outbox.js";

const PATIENCE = 3000;

/**
 * Brings one file into a conversation: by tus, so that it can pause and go on after a reload, and then as a message. `changed` is called
 * whenever `state` is another: `starting`, `moving`, `paused`, `waiting` for the network, `storing`, `refused`.
 */
export class Transfer {
  state = "starting";
  done = 0;
  speed = 0;
  #message;
  #changed;
  #upload;
  #samples = [];
  #timer;
  #release = () => {};

  constructor(message, changed) {
    this.#message = message;
    this.#changed = changed;
  }

  get total() {
    return this.#message.file.size;
  }

  /** Returns how long it will take, in milliseconds. */
  get left() {
    return this.speed > 0 ? ((this.total - this.done) / this.speed) * 1000 : Infinity;
  }

  /** Begins, or goes on where an earlier page stopped. Of several tabs one does it, and another when that is closed. */
  async start() {
    if (navigator.locks) {
      navigator.locks.request(this.#message.key, async () => {
        if (await isKept(this.#message.key)) {
          this.#begin();
          await new Promise((resolve) => (this.#release = resolve));
        }
      });
    } else {
      this.#begin();
    }
  }

  async pause() {
    clearTimeout(this.#timer);
    this.#set("paused");
    await this.#upload?.abort();
  }

  resume() {
    this.#samples = [];
    this.#set(this.#upload ? "moving" : "starting"); // another tab may still be at it
    this.#upload?.start();
  }

  /** Gives it up, at the server, too. */
  async cancel() {
    clearTimeout(this.#timer);
    this.state = "cancelled";
    await this.#upload?.abort(true).catch(() => null);
    this.end();
  }

  /** Lets other tabs know that nothing is left to do. */
  end() {
    clearTimeout(this.#timer);
    this.#release();
  }

  async #begin() {
    const { key, file } = this.#message;
    this.#upload = new Upload(file, {
      endpoint: new URL("files", document.baseURI).href,
      metadata: { filename: file.name, filetype: file.type },
      fingerprint: async () => `desk-${key}`,
      removeFingerprintOnSuccess: true,
      // Proxies pass a request on when they have all of it, and browsers count what has left them: in pieces, what counts is at the server.
      chunkSize: 512 * 1024,
      retryDelays: [0, 500, 1000],
      onAfterResponse: (request, response) => {
        // A server that listens before it has deployed, as Payara does, says 404; only a 404 of tus means that the upload is gone.
        if (response.getStatus() === 404 && !response.getHeader("Tus-Resumable")) {
          throw new Error("not deployed yet");
        }
      },
      onProgress: (done) => this.#moved(done),
      onSuccess: () => this.#store(),
      onError: (error) => this.#failed(error.originalResponse?.getStatus() ?? 0),
    });
    const [earlier] = await this.#upload.findPreviousUploads();
    if (earlier) {
      this.#upload.resumeFromPreviousUpload(earlier);
    }
    if (this.state === "starting") {
      this.#upload.start();
    }
  }

  #moved(done) {
    if (this.state === "paused" || this.state === "cancelled") {
      return;
    }
    const now = performance.now();
    this.#samples = [...this.#samples.filter(({ at }) => now - at < PATIENCE), { at: now, done }];
    const [first] = this.#samples;
    this.speed = now > first.at ? ((done - first.done) / (now - first.at)) * 1000 : this.speed;
    this.done = done;
    this.#set("moving");
  }

  async #store() {
    this.#set("storing");
    const { key, conversation } = this.#message;
    const form = new URLSearchParams({ key, upload: this.#upload.url });
    if (conversation) {
      form.set("conversation", conversation);
    }
    const answer = await fetch("api/files", { method: "POST", body: form }).catch(() => null);
    if (answer?.ok) {
      return; // the message itself comes over the socket
    }
    if (answer?.status === 410) {
      this.#again(() => this.#begin(), "starting"); // the server has lost it, we have not
    } else if (answer && answer.status < 500 && answer.status !== 404) {
      this.#set("refused"); // 404 is the answer of a server that has not deployed yet
    } else {
      this.#again(() => this.#store(), "storing");
    }
  }

  #failed(status) {
    if (status >= 400 && status < 500 && ![408, 409, 423, 429].includes(status)) {
      this.#set("refused");
    } else {
      this.#again(() => this.#upload.start(), "waiting");
    }
  }

  #again(work, state) {
    this.#set(state);
    this.#timer = setTimeout(work, PATIENCE);
  }

  #set(state) {
    if (this.state !== "cancelled") {
      this.state = state;
      this.#changed();
    }
  }
}
