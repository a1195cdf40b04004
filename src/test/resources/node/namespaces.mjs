// The stock client over one transport: namespaces that it makes, a refusal with data, and what the server says to many.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const { io } = createRequire(`${process.cwd()}/package.json`)("socket.io-client");
const base = new URL(process.argv[2]);
const transport = process.argv[3];
const options = { path: `${base.pathname}socket.io/`, transports: [transport], forceNew: true, reconnection: false };
const open = [];

/** Joins a namespace on a connection of its own; fails as connect_error does. */
function joined(namespace, auth) {
  const socket = io(base.origin + namespace, { ...options, auth });
  open.push(socket);
  return new Promise((resolve, reject) => socket.once("connect", () => resolve(socket)).once("connect_error", reject));
}

/** Returns the first argument of the next event of this name. */
function next(socket, event) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no ${event}`)), 10_000).unref();
    socket.once(event, resolve);
  });
}

/** Fails if an event of this name comes. */
function never(socket, event) {
  socket.on(event, () => assert.fail(`${event} came`));
}

async function namespaces() {
  const first = await joined("/order-1");
  const second = await joined("/order-2");
  const heard = Promise.all([next(first, "news"), next(second, "news")]);
  assert.equal(await first.timeout(10_000).emitWithAck("tell all orders", "hello"), "/order-1");
  assert.deepEqual(await heard, ["hello", "hello"]);
  await assert.rejects(joined("/order-x"), { message: "Invalid namespace" });

  assert.equal((await joined("/tenant", { key: "k" })).connected, true);
  await assert.rejects(joined("/tenant-2", { key: "wrong" }), { message: "Invalid namespace" });
  await assert.rejects(joined("/closed"), { message: "not authorized", data: { code: 7, why: ["closed"] } });
}

async function broadcasts() {
  const [ann, bob, eve] = await Promise.all([joined("/"), joined("/"), joined("/")]);
  bob.on("question", (n, answer) => answer(`bob ${n}`));
  eve.on("question", (n, answer) => answer(`eve ${n}`));
  never(ann, "question");
  assert.deepEqual((await ann.timeout(10_000).emitWithAck("ask the others", 1)).sort(), ["bob 1", "eve 1"]);

  eve.off("question");
  assert.deepEqual(await ann.timeout(10_000).emitWithAck("ask the others", 2), ["late", "bob 2"]);

  assert.deepEqual((await ann.timeout(10_000).emitWithAck("who")).sort(), [ann.id, bob.id, eve.id].sort());
  const moved = Promise.all([next(ann, "moved"), next(bob, "moved")]);
  never(eve, "moved");
  ann.emit("move", [ann.id, bob.id]);
  assert.deepEqual((await moved).map((bytes) => [...bytes]), [[1, 2], [1, 2]]);

  const gone = next(eve, "disconnect");
  ann.emit("send away", eve.id);
  assert.equal(await gone, "io server disconnect");
}

/** While one message is on its way to a client that polls, what may be lost is lost. */
async function volatile() {
  const socket = await joined("/");
  never(socket, "lost");
  socket.emit("burst");
  assert.equal(await next(socket, "kept"), 1);
  let ticked = false;
  socket.once("tick", () => (ticked = true));
  while (!ticked) {
    await socket.timeout(10_000).emitWithAck("tick"); // lost while its poll was not back yet
  }
}

try {
  await namespaces();
  await broadcasts();
  if (transport === "polling") {
    await volatile();
  }
  console.log(`All was heard over ${transport}`);
} finally {
  open.forEach((socket) => socket.disconnect());
}
