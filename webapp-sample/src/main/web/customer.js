import { ChatLog } from "./chat-log.js";
import { composer } from "./composer.js";
import { connect } from "./connection.js";
import { at, initial, show, title } from "./page.js";
import { uploadForm } from "./upload.js";

/** The page of the shop: its chat connects at once. */
export function customerPage() {
  show("customer-page");
  uploadForm(at("upload-form"));
  const log = new ChatLog(at("chat-log"), "customer");
  const pending = new Map();
  let unread = 0;
  let socket = null;
  let closed = false;

  // A customer is known by the session of the browser: it has to be there before the chat connects.
  const visit = async () => {
    const answer = await fetch("api/visit", { method: "POST" }).catch(() => null);
    if (closed) {
      return;
    }
    if (!answer?.ok) {
      setTimeout(visit, 2000);
    } else if (socket) {
      socket.connect();
    } else {
      open();
    }
  };

  const open = () => {
    socket = connect("customer", () => setTimeout(visit, 1000));
    socket.on("desk", (desk) => {
      desk.messages.forEach(({ key }) => pending.delete(key));
      log.reset(desk.messages, [...pending.values()]);
      showAgent(desk.agent);
      count(desk.unread);
    });
    socket.on("agent", showAgent);
    socket.on("message", (message) => {
      pending.delete(message.key);
      log.add(message);
      count(message.from === "agent" ? unread + 1 : unread);
    });
    socket.on("read", () => count(0));
    pending.forEach(emit);
  };

  const send = (message) => {
    pending.set(message.key, message);
    log.sending(message);
    if (socket) {
      emit(message);
    }
  };

  const emit = (message) =>
    socket.emit("message", message.key, message.text, (error, answer) => {
      pending.delete(message.key);
      if (answer?.refused) {
        log.refused(message);
      }
    });

  const count = (number) => {
    unread = number;
    if (unread > 0 && document.hasFocus()) {
      unread = 0;
      socket.emit("read", () => {});
    }
    at("chat-unread").textContent = unread;
    at("chat-unread").hidden = unread === 0;
    title("Customer service", unread);
  };
  const focused = () => count(unread);

  composer(at("chat-form"), send);
  addEventListener("focus", focused);
  title("Customer service");
  visit();
  return {
    close() {
      closed = true;
      removeEventListener("focus", focused);
      socket?.disconnect();
    },
  };
}

function showAgent(agent) {
  at("chat-avatar").textContent = initial(agent.name ?? "Mortise");
  at("chat-agent").textContent = agent.name
    ? `${agent.name} ${agent.online ? "is here for you" : "is away and will read this later"}`
    : "Nobody is at the desk. Leave a message: the next agent finds it.";
}
