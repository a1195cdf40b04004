import { io } from "socket.io-client";
import { at } from "./page.js";
import { t } from "./texts.js";

const PATIENCE = 10_000;

let current;
addEventListener("pagehide", () => goodbye(current?.io.engine));

/**
 * Connects to the desk, as an agent or as a customer. Whatever is sent is sent again until the server has taken it; the server knows a
 * message by its key, so none appears twice. `refused` is called when the server wants to know first who we are.
 */
export function connect(as, refused) {
  const socket = io("/desk", {
    path: new URL("socket.io/", document.baseURI).pathname,
    auth: { as },
    retries: Number.MAX_SAFE_INTEGER,
    ackTimeout: PATIENCE,
    forceNew: true,
    // Where polling is refused, as by a proxy that has any server answer any request, a websocket is tried at once; but not WebTransport, which
    // no server here speaks, and which the client (4.8.4) would try next, and throw.
    transports: ["polling", "websocket"],
    tryAllTransports: true,
  });
  let late;
  socket.on("connect", () => {
    state("connected");
    late = setTimeout(() => socket.disconnect().connect(), PATIENCE);
  });
  socket.on("desk", () => clearTimeout(late)); // else the server could not say who we are talking to: perhaps it can now
  socket.on("disconnect", (reason) => {
    clearTimeout(late);
    state("connecting");
    if (reason === "io server disconnect") {
      refused();
    }
  });
  socket.on("connect_error", () => {
    state("connecting");
    // Still active means that the client itself tries again; else the server has refused us.
    if (!socket.active) {
      refused();
    }
  });
  current = socket;
  return socket;
}

/** A websocket ends with its page; of one that polls, the server would know only when it misses a ping. */
function goodbye(engine) {
  if (engine?.readyState === "open" && engine.transport.name === "polling") {
    navigator.sendBeacon(engine.transport.uri(), "1"); // the packet that closes, in Engine.IO
  }
}

/** Calls back when somebody looks at the page again; returns what ends that. */
export function onLook(callback) {
  const look = () => isLookedAt() && callback();
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
}

export const isLookedAt = () => document.visibilityState === "visible" && document.hasFocus();

function state(name) {
  const element = at("connection");
  if (element) {
    element.dataset.state = name;
    element.textContent = t(name);
  }
  document.body.dataset.connection = name;
}
