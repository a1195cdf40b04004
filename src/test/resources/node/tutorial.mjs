// The event contract of the tutorial's demo on the namespace "/", spoken by the stock client; and that it reaches nothing of the desk.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const { io } = createRequire(`${process.cwd()}/package.json`)("socket.io-client");
const base = new URL(process.argv[2]);
const open = [];

function connect(namespace, options = {}) {
  const socket = io(base.origin + namespace, {
    path: `${base.pathname}socket.io/`,
    forceNew: true,
    reconnection: false,
    ...options,
  });
  open.push(socket);
  socket.heard = [];
  socket.onAny((event, ...args) => socket.heard.push([event, ...args]));
  return socket;
}

async function connected(namespace, options) {
  const socket = connect(namespace, options);
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
  return socket;
}

/** Waits for the next event of this name and returns its arguments; fails with what came instead. */
function next(socket, event) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`No "${event}" on ${socket.nsp}: ${why}; heard ${JSON.stringify(socket.heard)}`));
    const state = () => `${socket.connected ? "connected" : "not connected"} by ${socket.io.engine?.transport.name} for 10 s`;
    const late = setTimeout(() => fail(state()), 10_000);
    socket.once("connect_error", (error) => fail(error.message));
    socket.once("disconnect", (reason) => fail(reason));
    socket.once(event, (...args) => {
      clearTimeout(late);
      resolve(args);
    });
  });
}

/** Waits until the server has handled what this socket sent before: its answers come in order. */
async function settled(socket) {
  const probe = next(socket, "chat message");
  socket.emit("chat message", socket.id, "settled");
  assert.deepEqual(await probe, ["settled"]);
}

const refusal = (socket) =>
  new Promise((resolve, reject) => socket.once("connect_error", resolve).once("connect", () => reject(new Error("let in"))));

const cookieOf = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");

/** Waits until the server, too, knows that the agent is gone. */
async function nobodyServes(transports) {
  for (let service = {}; service !== null; ) {
    const visitor = connect("/", { transports });
    [service] = await next(visitor, "customer service in");
    visitor.disconnect();
  }
}

async function talk(transports) {
  const early = connect("/", { transports });
  assert.deepEqual(await next(early, "customer service in"), [null]);

  const agent = await connected("/", { transports, query: { name: "Ada" } });
  await settled(agent); // the server has heard the name, too
  const arrival = next(agent, "customer in");
  const customer = connect("/", { transports });
  const [service] = await next(customer, "customer service in");
  assert.deepEqual(service, { id: agent.id, name: "Ada" });
  assert.deepEqual(await arrival, [customer.id]);

  agent.emit("chat message", customer.id, "你好");
  assert.deepEqual(await next(customer, "chat message"), ["你好"]);
  customer.emit("chat message", agent.id, { order: 7 });
  assert.deepEqual(await next(agent, "chat message"), [{ order: 7 }]);
  await settled(early);
  assert.deepEqual(early.heard.slice(1), [["chat message", "settled"]]);

  [customer, agent, early].forEach((socket) => socket.disconnect());
  await nobodyServes(transports);
}

async function upgrades() {
  const socket = await connected("/");
  const engine = socket.io.engine;
  if (engine.transport.name === "polling") {
    await new Promise((resolve, reject) => {
      engine.once("upgrade", resolve).once("upgradeError", reject).once("close", (reason) => reject(new Error(`No upgrade: ${reason}`)));
      setTimeout(() => reject(new Error("No upgrade in 10 s")), 10_000).unref();
    });
  }
  assert.equal(engine.transport.name, "websocket");
  await settled(socket);
}

async function staysApart() {
  // Without a session nobody is at the desk; with a visitor's, nobody is an agent.
  assert.equal((await refusal(connect("/desk", { auth: { as: "customer" } }))).message, "unauthorized");
  assert.equal((await refusal(connect("/desk", { auth: { as: "agent" }, query: { name: "Ada" } }))).message, "unauthorized");
  const visit = await fetch(new URL("api/visit", base), { method: "POST" });
  const extraHeaders = { cookie: cookieOf(visit) };
  assert.equal((await refusal(connect("/desk", { auth: { as: "agent" }, extraHeaders }))).message, "unauthorized");

  // An agent of the demo is none of the desk, and its messages end at its own namespace.
  const demo = await connected("/", { query: { name: "Ada" } });
  const customer = connect("/desk", { auth: { as: "customer" }, extraHeaders });
  const [desk] = await next(customer, "desk");
  assert.notEqual(desk.agent.name, "Ada");
  demo.emit("chat message", customer.id, "across");
  await settled(demo);
  await new Promise((resolve) => customer.emit("mark", { delivered: 0, read: 0 }, resolve));
  assert.ok(!customer.heard.flat().includes("across"));
  assert.deepEqual(demo.heard, [["chat message", "settled"]]);
}

try {
  await talk(["polling"]);
  await talk(["websocket"]);
  await upgrades();
  await staysApart();
  console.log("The tutorial's contract holds");
} finally {
  open.forEach((socket) => socket.disconnect());
}
