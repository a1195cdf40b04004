// What the page of @socket.io/admin-ui is told and may ask for, said by the stock client: to the reference, or to the server at an address.
// node admin.mjs reference
// node admin.mjs <address in development> <where it is readonly> <in production>
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { instrument } from "@socket.io/admin-ui";
import { io as connect } from "client-4.8";
import { Server } from "socket.io";

const KINDS = ["development", "readonly", "production"];
const COMMANDS = ["EMIT", "JOIN", "LEAVE", "DISCONNECT", "MJOIN", "MLEAVE", "MDISCONNECT"];
const FEATURES = {
  development: [...COMMANDS, "AGGREGATED_EVENTS", "ALL_EVENTS"],
  readonly: ["AGGREGATED_EVENTS", "ALL_EVENTS"],
  production: [...COMMANDS, "AGGREGATED_EVENTS"],
};

/** The reference, with the application that the other one has, too. */
async function reference(kind) {
  const http = createServer();
  const io = new Server(http);
  instrument(io, {
    auth:
      kind === "development"
        ? { type: "basic", username: "root", password: "$2b$10$nu1FHRkuxkZkqID.31gz4uQsyERZAn.m4IIruysTsHDODBtrqS5Me" }
        : false,
    readonly: kind === "readonly",
    mode: kind === "production" ? "production" : "development",
    serverId: "one",
  });
  io.on("connection", (socket) => {
    socket.on("join", (room) => socket.join(room));
    socket.on("leave", (room) => socket.leave(room));
    socket.on("name", (name) => (socket.data.name = name));
    socket.on("hello", (name) => socket.emit("welcome", name, { at: 1 }));
  });
  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${http.address().port}/`;
}

/** Returns the arguments of the first event, heard already or yet to come, of which this is true; it is not returned again. */
async function heard(socket, name, isMeant = () => true) {
  for (let i = 0; i < 400; i++) {
    const index = socket.heard.findIndex(([event, ...args]) => event === name && isMeant(...args));
    if (index >= 0) {
      return socket.heard.splice(index, 1)[0].slice(1);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return assert.fail(`no ${name} among ${socket.heard.map(([event, ...args]) => `${event} ${JSON.stringify(args).slice(0, 80)}`).join("\n")}`);
}

/** Fails unless this is when something happened, a moment ago. */
function assertTime(text) {
  assert.match(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/);
  assert.ok(Math.abs(Date.now() - Date.parse(text)) < 60_000, text);
}

/** One page and its clients at one server. */
class Visit {
  open = [];

  constructor(address, kind) {
    this.base = new URL(address);
    this.kind = kind;
  }

  /** Connects to a namespace; says why not if it is refused. */
  async joined(namespace, options = {}) {
    const socket = connect(this.base.origin + namespace, {
      path: `${this.base.pathname}socket.io/`,
      forceNew: true,
      reconnection: false,
      transports: ["websocket"],
      ...options,
    });
    this.open.push(socket);
    socket.heard = [];
    socket.onAny((...event) => socket.heard.push(event));
    await new Promise((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
    return socket;
  }

  async signIn() {
    const wrong = { message: "invalid credentials" };
    await assert.rejects(this.joined("/admin"), wrong);
    await assert.rejects(this.joined("/admin", { auth: { username: "root", password: "guess" } }), wrong);
    await assert.rejects(this.joined("/admin", { auth: { username: "ann", password: "changeit" } }), wrong);
    await assert.rejects(this.joined("/admin", { auth: { sessionId: "guess" } }), wrong);
    const page = await this.joined("/admin", { auth: { username: "root", password: "changeit" } });
    const [sessionId] = await heard(page, "session");
    const again = await this.joined("/admin", { auth: { sessionId } });
    await heard(again, "config");
    assert.ok(again.heard.every(([event]) => event !== "session"));
    again.close();
    return page;
  }

  async welcomed(page) {
    assert.deepEqual(await heard(page, "config"), [{ supportedFeatures: FEATURES[this.kind] }]);
    const [stats] = await heard(page, "server_stats", (stats) => stats.clientsCount === 1);
    assert.equal(stats.serverId, "one");
    assert.equal(typeof stats.hostname, "string");
    assert.ok(Number.isInteger(stats.pid) && stats.uptime > 0);
    assert.equal(stats.pollingClientsCount, 0);
    assert.deepEqual(
      stats.namespaces.sort((a, b) => a.name.localeCompare(b.name)),
      [{ name: "/", socketsCount: 0 }, { name: "/admin", socketsCount: 1 }],
    );
    stats.aggregatedEvents.forEach(({ timestamp, type, count }) => {
      assert.equal(timestamp % 1000, 0);
      assert.match(type, /^(rawConnection|rawDisconnection|packetsIn|packetsOut|bytesIn|bytesOut)$/);
      assert.ok(count > 0);
    });
  }

  async told(page) {
    const [sockets] = await heard(page, "all_sockets");
    const own = sockets.find(({ id }) => id === page.id);
    assert.deepEqual([own.nsp, own.rooms, own.transport], ["/admin", [page.id], "websocket"]);

    const client = await this.joined("/", { transports: ["polling", "websocket"], query: { from: "a&b" } });
    const [socket, time] = await heard(page, "socket_connected", ({ nsp }) => nsp === "/");
    assertTime(time);
    assert.deepEqual([socket.id, socket.rooms, socket.data], [client.id, [client.id], {}]);
    assert.equal(typeof socket.clientId, "string");
    const { handshake } = socket;
    assert.deepEqual(
      Object.keys(handshake).sort(),
      ["address", "headers", "issued", "query", "secure", "time", "url", "xdomain"],
    );
    assert.deepEqual([handshake.query.from, handshake.secure, handshake.xdomain], ["a&b", false, false]);
    assert.equal(handshake.headers.host, this.base.host);
    assert.ok(Math.abs(Date.now() - handshake.issued) < 60_000);
    const isClient = ({ id }) => id === client.id;
    assert.deepEqual(await heard(page, "socket_updated", isClient), [{ id: client.id, nsp: "/", transport: "websocket" }]);

    const of = (nsp, what, id) => nsp === "/" && id === client.id;
    client.emit("join", "r1");
    assert.deepEqual((await heard(page, "room_joined", (nsp, room) => room === "r1")).slice(0, 3), ["/", "r1", client.id]);
    client.emit("leave", "r1");
    assert.deepEqual((await heard(page, "room_left", of)).slice(0, 3), ["/", "r1", client.id]);
    client.emit("hello", "Ann");
    const received = await heard(page, "event_received", (nsp, id, [event]) => event === "hello");
    assert.deepEqual(received.slice(0, 3), ["/", client.id, ["hello", "Ann"]]);
    assertTime(received[3]);
    const sent = await heard(page, "event_sent");
    assert.deepEqual(sent.slice(0, 3), ["/", client.id, ["welcome", "Ann", { at: 1 }]]);
    assertTime(sent[3]);
    client.emit("name", "Ann");
    assert.deepEqual(await heard(page, "socket_updated", ({ data }) => data?.name), [
      { id: client.id, nsp: "/", data: { name: "Ann" } },
    ]);
    return client;
  }

  async obeyed(page, client) {
    const other = await this.joined("/");
    page.emit("emit", "/", client.id, "hey", 1, { b: 2 });
    assert.deepEqual(await heard(client, "hey"), [1, { b: 2 }]);
    page.emit("emit", "/", undefined, "all");
    await Promise.all([heard(client, "all"), heard(other, "all")]);
    assert.ok(other.heard.every(([event]) => event !== "hey"));
    page.emit("join", "/", "r2", client.id);
    page.emit("join", "/", "r3");
    page.emit("leave", "/", "r3", other.id);
    page.emit("emit", "/", "r3", "in r3");
    await heard(client, "in r3");
    page.emit("leave", "/", "r2");
    page.emit("emit", "/", "r2", "in r2");
    page.emit("emit", "/", undefined, "last");
    await Promise.all([heard(client, "last"), heard(other, "last")]);
    assert.ok([...client.heard, ...other.heard].every(([event]) => event !== "in r2"));
    assert.ok(other.heard.every(([event]) => event !== "in r3"));

    const end = (socket) => new Promise((resolve) => socket.once("disconnect", resolve));
    const [first, second] = [end(client), end(other)];
    page.emit("_disconnect", "/", false, client.id);
    assert.equal(await first, "io server disconnect");
    page.emit("_disconnect", "/", true, other.id);
    assert.equal(await second, "io server disconnect");
  }

  async ended(page, id) {
    const [nsp, , reason, time] = await heard(page, "socket_disconnected", (nsp, ended) => ended === id);
    assert.deepEqual([nsp, reason], ["/", "server namespace disconnect"]);
    assertTime(time);
  }

  /** What a page says that may only look is not heard. */
  async ignored(page, client) {
    page.emit("join", "/", "r2");
    page.emit("_disconnect", "/", true, client.id);
    await heard(page, "server_stats"); // it was heard by now, if it ever is
    client.emit("hello", "again");
    assert.deepEqual(await heard(client, "welcome", (name) => name === "again"), ["again", { at: 1 }]);
    assert.ok(page.heard.every(([event, , room]) => event !== "room_joined" || room !== "r2"));
  }

  /** Returns a client of whom the page is told in numbers alone. */
  async counted(page) {
    const client = await this.joined("/");
    client.emit("join", "r1");
    client.emit("hello", "Ann");
    const counts = {};
    while (!counts.rawConnection || !counts.bytesOut || !counts.bytesIn) {
      const [stats] = await heard(page, "server_stats");
      stats.aggregatedEvents.forEach(({ type, count }) => (counts[type] = (counts[type] ?? 0) + count));
    }
    const silent = ["all_sockets", "socket_connected", "room_joined", "event_received", "event_sent"];
    assert.ok(page.heard.every(([event]) => !silent.includes(event)), page.heard.map(([event]) => event).join());
    return client;
  }

  async run() {
    const page = this.kind === "development" ? await this.signIn() : await this.joined("/admin");
    await this.welcomed(page);
    const client = this.kind === "production" ? await this.counted(page) : await this.told(page);
    const { id } = client;
    if (this.kind === "readonly") {
      await this.ignored(page, client);
    } else {
      await this.obeyed(page, client);
    }
    if (this.kind === "development") {
      await this.ended(page, id);
    }
    this.open.forEach((socket) => socket.close());
  }
}

const addresses =
  process.argv[2] === "reference" ? await Promise.all(KINDS.map(reference)) : process.argv.slice(2);
await Promise.all(addresses.map((address, i) => new Visit(address, KINDS[i]).run()));
process.exit(0);
