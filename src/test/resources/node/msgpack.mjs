// Stock clients with socket.io-msgpack-parser: auth, acks both ways, bytes, dates, namespaces, a refusal, a broadcast; over the given transports,
// against the given server, or against the reference itself where the address is "reference".
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

const require = createRequire(fileURLToPath(import.meta.url));
const { io } = require("client-4.8");
const parser = require("parser-3.0");
const transports = process.argv[3].split(",");
const open = [];

/** Serves with the reference what the test serves with Tenon. */
async function reference() {
  const { Server } = require("socket.io");
  const http = createServer();
  const server = new Server(http, { parser, allowEIO3: true });
  const serve = (socket) => {
    socket.emit("auth", socket.handshake.auth);
    socket.on("echo", (...args) => args.pop()(...args));
    socket.on("back", (...args) => socket.emit("back", ...args));
    socket.on("ask me", async (value, answer) => answer(await socket.timeout(5_000).emitWithAck("question", value)));
    socket.on("tell all", (...args) => socket.nsp.emit("news", ...args));
  };
  server.on("connection", serve);
  server
    .of("/desk")
    .use((socket, next) => (socket.handshake.auth.token ? next() : next(refusal())))
    .on("connection", serve);
  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${http.address().port}/`, end: () => server.close() };
}

const refusal = () => Object.assign(new Error("not authorized"), { data: { code: 7, why: ["closed"] } });

const next = (emitter, event) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no ${event}`)), 10_000).unref();
    emitter.once(event, resolve);
  });

function client(use, namespace, options) {
  const socket = use(base.origin + namespace, {
    path: `${base.pathname}socket.io/`,
    transports,
    forceNew: true,
    reconnection: false,
    parser,
    ...options,
  });
  open.push(socket);
  return socket;
}

/** Joins on a connection of its own; fails as connect_error does. */
async function joined(namespace, options, use = io) {
  const socket = client(use, namespace, options);
  const auth = next(socket, "auth");
  auth.catch(() => {});
  await Promise.race([
    next(socket, "connect"),
    next(socket, "connect_error").then((error) => Promise.reject(error)),
  ]);
  const engine = socket.io.engine;
  if (engine.transport.name !== transports.at(-1)) {
    await once(engine, "upgrade", { signal: AbortSignal.timeout(10_000) });
  }
  assert.equal(engine.transport.name, transports.at(-1));
  return { socket, auth: await auth };
}

const asks = (socket, ...args) => socket.timeout(10_000).emitWithAck(...args);

async function talks(socket) {
  const values = [1, -1, 255, 65_536, 5_000_000_000, -5_000_000_000, 1.5, "你好 😀", "x".repeat(70_000), true, null, [], {}];
  assert.deepEqual(await asks(socket, "echo", values), values);
  const tree = { b: [{ c: null }, { d: { e: [1.25] } }], a: "key order" };
  assert.equal(JSON.stringify(await asks(socket, "echo", tree)), JSON.stringify(tree));
  assert.equal(await asks(socket, "ask me", "what?"), "the answer to what?");
  const date = new Date(1_700_000_000_123);
  assert.equal(new Date(await asks(socket, "echo", date)).getTime(), date.getTime());

  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => i % 256));
  const back = next(socket, "back");
  socket.emit("back", { name: "a", parts: [bytes, Buffer.alloc(0)] });
  const { name, parts } = await back;
  assert.equal(name, "a");
  assert.ok(bytes.equals(Buffer.from(parts[0])));
  assert.equal(parts[1].length, 0);
  const view = new Uint8Array([1, 2, 3]); // an extension of notepack.io
  assert.deepEqual([...new Uint8Array(await asks(socket, "echo", view))], [1, 2, 3]);
}

async function current() {
  const { socket: ann, auth } = await joined("/", { auth: { name: "ann", more: [1] } });
  ann.on("question", (value, answer) => answer(`the answer to ${value}`));
  assert.deepEqual(auth, { name: "ann", more: [1] });
  await talks(ann);

  const { socket: bob } = await joined("/");
  const heard = [ann, bob].map((socket) => next(socket, "news"));
  ann.emit("tell all", Buffer.from([7, 8]));
  assert.deepEqual((await Promise.all(heard)).map((news) => [...news]), [[7, 8], [7, 8]]);

  const { socket: desk } = await joined("/desk", { auth: { token: "t" } });
  assert.deepEqual(await asks(desk, "echo", "on the desk"), "on the desk");
  await assert.rejects(joined("/desk"), { message: "not authorized", data: { code: 7, why: ["closed"] } });
  await assert.rejects(joined("/nowhere"), { message: "Invalid namespace" });

  const gone = next(desk, "disconnect");
  desk.disconnect();
  assert.equal(await gone, "io client disconnect");
}

/** A client that speaks JSON is no client of such a server. */
async function otherParser() {
  const socket = client(io, "/", { parser: undefined });
  const never = next(socket, "connect").then(() => assert.fail("JSON was understood"));
  await Promise.race([never, next(socket.io, "close")]);
}

/** Clients of version 2, in the main namespace. Their parser says what it wants of another one in JSON, so they get to no other. */
async function old() {
  const use = require("client-2.5");
  const { socket } = await joined("/", { parser: require("parser-2.2") }, use);
  const asked = (...args) => new Promise((resolve) => socket.emit(...args, resolve));
  assert.deepEqual(await asked("echo", { text: "你好", list: [1.5, null] }), { text: "你好", list: [1.5, null] });
  const news = next(socket, "news");
  open[0].emit("tell all", Buffer.from([7, 8]));
  assert.deepEqual([...(await news)], [7, 8]);
  if (!isReference) {
    assert.deepEqual([...(await asked("echo", Buffer.from([1, 2])))], [1, 2]); // there it ends the connection
  }
  const gone = next(socket, "disconnect");
  socket.io.socket("/desk");
  await gone;
}

const isReference = process.argv[2] === "reference";
const own = isReference ? await reference() : undefined;
const base = new URL(own?.url ?? process.argv[2]);
try {
  await current();
  await otherParser();
  await old();
  console.log(`All was heard over ${transports.at(-1)}`);
} finally {
  open.forEach((socket) => socket.disconnect());
  own?.end();
}
