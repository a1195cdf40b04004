// A server on Node beside one on Java, over one Redis: what one of them says, the clients of both hear.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";

const require = createRequire(fileURLToPath(import.meta.url));
const { Server } = require("socket.io");
const { io } = require("client-4.8");
const { createAdapter, createShardedAdapter } = require("@socket.io/redis-adapter");
const { createAdapter: createStreamsAdapter } = require("@socket.io/redis-streams-adapter");
const { Emitter } = require("@socket.io/redis-emitter");
const { createClient } = require("redis");

const java = new URL(process.argv[2]);
const redis = process.argv[3];
const specific = process.argv[4] === "specific";
const streams = process.argv[4] === "streams";
const subscriptionMode = ["static", "dynamic", "dynamic-private"].find((mode) => mode === process.argv[4]);
const LIMIT = 10_000;

/** Waits for the n-th of these events. */
function events(socket, name) {
  const heard = [];
  let wake = () => {};
  socket.on(name, (...args) => {
    heard.push(args);
    wake();
  });
  return {
    heard,
    async next() {
      const end = Date.now() + LIMIT;
      while (heard.length === 0) {
        assert.ok(Date.now() < end, `no ${name}`);
        await new Promise((resolve) => {
          wake = resolve;
          setTimeout(resolve, 100);
        });
      }
      return heard.shift();
    },
  };
}

async function until(what, condition) {
  const end = Date.now() + LIMIT;
  while (!(await condition())) {
    assert.ok(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function connected(url, path, query, auth = { token: "t" }) {
  const socket = io(url, { path, transports: ["websocket"], forceNew: true, reconnection: false, query, auth });
  socket.early = events(socket, "x");
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
  return socket;
}

const clients = await Promise.all([createClient({ url: redis }).connect(), createClient({ url: redis }).connect(), createClient({ url: redis }).connect()]);
const [pub, sub, plain] = clients;
const http = createServer();
const makeAdapter = () => {
  if (streams) {
    return createStreamsAdapter(pub);
  }
  return subscriptionMode
    ? createShardedAdapter(pub, sub, { subscriptionMode })
    : createAdapter(pub, sub, { publishOnSpecificResponseChannel: specific });
};
const adapter = makeAdapter();
const node = new Server(http, streams ? { adapter, connectionStateRecovery: {} } : { adapter });
node.on("connection", (socket) => {
  socket.data.from = "node";
  socket.join("node room");
});
await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
const nodeUrl = `http://127.0.0.1:${http.address().port}`;

const j = await connected(java.origin, `${java.pathname}socket.io/`, { who: "j" });
const n = await connected(nodeUrl, "/socket.io/", { who: "n" });
const ask = (...args) => j.timeout(LIMIT).emitWithAck("do", ...args);
await until("two servers", async () => (await node.of("/").adapter.serverCount()) === 2);
await until("two servers, says Java", async () => (await ask("fetch", "node room")).length === 1);

const jHears = events(j, "x");
const nHears = events(n, "x");

/** Both hear what both should. */
async function both(payload) {
  assert.deepEqual((await jHears.next())[0], payload);
  assert.deepEqual((await nHears.next())[0], payload);
}

async function broadcasts() {
  const payload = { text: "h\u00e9 \u{1f600}", n: [0, -1, 1.5, 127, 128, 65536, 4294967296, -2147483649, 9007199254740991], t: true, no: null, o: {} };
  node.emit("x", payload);
  await both(payload);
  await ask("emit", [], [], "x", payload);
  await both(payload);

  const bytes = Buffer.from([1, 2, 255]);
  node.emit("x", { file: bytes, list: [Buffer.alloc(0)] });
  await both({ file: bytes, list: [Buffer.alloc(0)] });
  await ask("emit", [], [], "x", { file: bytes });
  await both({ file: bytes });

  const date = new Date(1_700_000_000_123);
  node.emit("x", date);
  await both(date.toISOString());

  await ask("emit", ["node room"], [], "x", "only node");
  node.to("java room").emit("x", "only java");
  assert.equal((await nHears.next())[0], "only node");
  assert.equal((await jHears.next())[0], "only java");

  await ask("emit", ["node room", "java room"], ["java room"], "x", "not java");
  node.to(["node room", "java room"]).except("node room").emit("x", "not node");
  assert.equal((await nHears.next())[0], "not java");
  assert.equal((await jHears.next())[0], "not node");

  node.to(j.id).emit("x", "to the id");
  await ask("emit", [n.id], [], "x", "to the id");
  await both("to the id");

  node.local.emit("x", "node alone");
  node.compress(false).emit("x", "end");
  assert.equal((await nHears.next())[0], "node alone");
  await both("end");
}

async function acks() {
  j.on("question", (q, answer) => answer(`j ${q}`, "more"));
  n.on("question", (q, answer) => answer(`n ${q}`, "more"));
  assert.deepEqual((await node.timeout(LIMIT).emitWithAck("question", 1)).sort(), ["j 1", "n 1"]);
  assert.deepEqual((await ask("emitWithAck", "question", 2)).sort(), ["j 2", "n 2"]);
  j.off("question");
  await assert.rejects(node.timeout(500).emitWithAck("question", 3), (e) => assert.deepEqual(e.responses, ["n 3"]) ?? true);
  j.on("bytes", (answer) => answer(Buffer.from([9])));
  n.on("bytes", (answer) => answer(Buffer.from([9])));
  assert.deepEqual(await node.timeout(LIMIT).emitWithAck("bytes"), [Buffer.from([9]), Buffer.from([9])]);
  assert.deepEqual(await ask("emitWithAck", "bytes"), [Buffer.from([9]), Buffer.from([9])]);
}

/** Version 8.3 itself asks no more for ids alone, but answers whoever does. */
async function idsAsServersOfOldAsk() {
  const told = [];
  const listener = await createClient({ url: redis }).connect();
  await listener.pSubscribe("socket.io-response#/#*", (text) => told.push(JSON.parse(text)));
  await plain.publish("socket.io-request#/#", JSON.stringify({ uid: "of old", requestId: "ids", type: 0, rooms: [] }));
  await until("ids of both", () => told.length === 2);
  listener.destroy();
  return told.flatMap(({ sockets }) => sockets);
}

async function sockets() {
  const seen = await node.fetchSockets();
  const remote = seen.find((socket) => socket.id === j.id);
  assert.equal(seen.length, 2);
  assert.deepEqual([...remote.rooms].sort(), [j.id, "java room"].sort());
  assert.deepEqual(remote.data, { from: "java" });
  assert.equal(remote.handshake.query.who, "j");
  assert.deepEqual(remote.handshake.auth, { token: "t" });
  assert.equal(typeof remote.handshake.headers.host, "string");

  const fromJava = await ask("fetch", "node room");
  assert.deepEqual(fromJava, [{ id: n.id, rooms: fromJava[0].rooms, data: { from: "node" }, who: "n", auth: { token: "t" } }]);
  assert.deepEqual(fromJava[0].rooms.sort(), [n.id, "node room"].sort());

  if (!streams && !subscriptionMode) {
    assert.deepEqual([...(await node.of("/").adapter.allRooms())].sort(), [j.id, n.id, "java room", "node room"].sort());
  }

  assert.deepEqual(await ask("ids", "node room"), [n.id]);
  if (!streams && !subscriptionMode) {
    assert.deepEqual((await idsAsServersOfOldAsk()).sort(), [j.id, n.id].sort());
  }

  node.in("java room").socketsJoin(["a", "b"]);
  await ask("join", "node room", ["a", "b"]);
  await until("all in a", async () => (await node.in("a").fetchSockets()).length === 2);
  node.in("a").socketsLeave("b");
  await until("none in b", async () => (await ask("fetch", "b")).length === 0);
  await ask("leave", "a", ["a"]);
  await until("none in a", async () => (await node.in("a").fetchSockets()).length === 0);
}

async function serverSide() {
  const told = events(node, "tell");
  await ask("serverSideEmit", "tell", { a: [1] });
  assert.deepEqual(await told.next(), [{ a: [1] }]);
  node.serverSideEmit("tell", "from node");
  assert.equal((await jHears.next())[0], "from node");

  node.on("ask", (q, answer) => answer(`node ${q}`));
  assert.deepEqual(await ask("serverSideEmitWithAck", "ask", 1), ["node 1"]);
  assert.deepEqual(await node.serverSideEmitWithAck("ask", 2), ["java 2"]);
}

async function emitter() {
  const away = new Emitter(plain);
  away.emit("x", { from: "away", bytes: Buffer.from([7]) });
  await both({ from: "away", bytes: Buffer.from([7]) });
  away.to("java room").emit("x", "java");
  assert.equal((await jHears.next())[0], "java");
  away.in("java room").socketsJoin("c");
  await until("joined", async () => (await node.in("c").fetchSockets()).length === 1);
  away.serverSideEmit("tell", "from away");
  assert.equal((await jHears.next())[0], "from away");
}

async function malformed() {
  for (const channel of ["socket.io#/#", "socket.io-request#/#", "socket.io-response#/#"]) {
    for (const message of ["", "{", "[]", "\u0000", "{\"type\":6,\"uid\":\"z\",\"data\":[]}", "x".repeat(100)]) {
      // the reference's own server ends on what is no MessagePack: so Java alone is sent that
      if (channel !== "socket.io#/#") {
        await plain.publish(channel, message);
      }
    }
  }
  node.emit("x", "goes on");
  await both("goes on");
}

/** Both listen to the same channels of rooms: what is said to a room reaches no server that does not have it. */
async function channels() {
  const listeners = async (room) => Number((await plain.sendCommand(["PUBSUB", "SHARDNUMSUB", `socket.io#/#${room}#`]))[1]);
  const public_ = subscriptionMode === "static" ? 0 : 1;
  const private_ = subscriptionMode === "dynamic-private" ? 1 : 0;
  assert.deepEqual([await listeners("java room"), await listeners("node room")], [public_, public_]);
  assert.deepEqual([await listeners(j.id), await listeners(n.id)], [private_, private_]);
  assert.deepEqual([j.id.length, n.id.length], [20, 20], "or the reference does not know them for ids");
  for (const message of ["", "{", "[]", "\u0000", "{\"type\":3,\"uid\":\"z\",\"nsp\":\"/\"", "x".repeat(100)]) {
    await plain.sPublish("socket.io#/#", message);
    await plain.sPublish("socket.io#/#java room#", message);
  }
  node.emit("x", "goes on");
  await both("goes on");
  node.to("java room").emit("x", "goes on in the room");
  assert.equal((await jHears.next())[0], "goes on in the room");
}

async function disconnects() {
  const gone = events(n, "disconnect");
  await ask("disconnect", "node room", false);
  assert.equal((await gone.next())[0], "io server disconnect");
  const javaGone = events(j, "disconnect");
  node.in("java room").disconnectSockets(true);
  assert.ok(["io server disconnect", "transport close"].includes((await javaGone.next())[0]));
}

/** A client that is cut off from one server goes on at the other, and has what it missed. */
async function recovery() {
  const at = { java: [java.origin, `${java.pathname}socket.io/`], node: [nodeUrl, "/socket.io/"] };
  for (const [from, to] of [["java", "node"], ["node", "java"], ["java", "java"]]) {
    const cut = await connected(...at[from], { who: "cut" });
    node.emit("x", "seen by all");
    await both("seen by all");
    await cut.early.next();
    const { id, _pid: pid, _lastOffset: offset } = cut;
    assert.equal(typeof offset, "string");
    cut.io.engine.close();
    await until("gone", async () => (await node.in(id).fetchSockets()).length === 0);
    node.to(id).emit("x", "missed, from node");
    await ask("emit", [id], [], "x", "missed, from java");
    node.to("elsewhere").emit("x", "not for it");
    await until("kept", async () => (await plain.exists(`sio:session:${pid}`)) === 1);
    const back = await connected(...at[to], { who: "back" }, { pid, offset });
    assert.equal(back.id, id, `${from} to ${to}`);
    const missed = [(await back.early.next())[0], (await back.early.next())[0]];
    assert.deepEqual(missed.sort(), ["missed, from java", "missed, from node"]);
    node.to(id).emit("x", "live");
    assert.equal((await back.early.next())[0], "live");
    assert.deepEqual(back.early.heard, []);
    back.disconnect();
  }
}

const own = streams ? [recovery] : subscriptionMode ? [channels] : [emitter, malformed];
const steps = [broadcasts, acks, sockets, serverSide, ...own, disconnects];

try {
  for (const step of steps) {
    await step();
    assert.deepEqual([jHears.heard, nHears.heard], [[], []], `after ${step.name}`);
    console.log(`${step.name}: well`);
  }
  process.exit(0);
} catch (e) {
  console.error(e);
  process.exit(1);
}
