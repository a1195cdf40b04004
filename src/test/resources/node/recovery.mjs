// The stock client behind a network that fails: what it missed comes when it is back, in order and once, and it is the same socket.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import net from "node:net";

const { io } = createRequire(`${process.cwd()}/package.json`)("socket.io-client");
const base = new URL(process.argv[2]);
const transports = process.argv[3].split(",");

/** A network between the client and the server. */
class Network {
  pairs = new Set();
  up = true;

  async begin() {
    this.server = net.createServer((client) => {
      if (!this.up) {
        client.destroy();
        return;
      }
      const server = net.connect(base.port, base.hostname);
      const pair = { client, server };
      this.pairs.add(pair);
      client.on("error", () => {}).on("data", (data) => server.write(data));
      server.on("error", () => {}).on("data", (data) => client.writable && client.write(data));
      client.on("close", () => !pair.silent && server.destroy());
      server.on("close", () => (client.destroy(), this.pairs.delete(pair)));
    });
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this.server.address().port;
  }

  /** Cuts the client off; when silent, the server does not learn it. */
  down(silent) {
    this.up = false;
    this.pairs.forEach((pair) => {
      pair.silent = silent;
      pair.client.destroy();
    });
  }

  end() {
    this.pairs.forEach((pair) => (pair.client.destroy(), pair.server.destroy()));
    this.server.close();
  }
}

function next(socket, event) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no ${event}`)), 20_000).unref();
    socket.once(event, resolve);
  });
}

const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));

async function until(condition, what) {
  for (let i = 0; i < 400 && !condition(); i++) {
    await sleep(50);
  }
  assert.ok(condition(), what);
}

const network = new Network();
const socket = io(`http://127.0.0.1:${await network.begin()}`, {
  path: `${base.pathname}socket.io/`,
  transports,
  reconnectionDelay: 50,
  reconnectionDelayMax: 50,
  forceNew: true,
});
// A client past the network, which makes the server go on counting.
const other = io(base.origin, { path: `${base.pathname}socket.io/`, transports: ["websocket"], forceNew: true });

const numbers = [];
socket.on("count", (n) => numbers.push(n));

/** Lets the network fail and come back while the server counts. */
async function outage(silent) {
  const id = socket.id;
  const gone = next(socket, "disconnect");
  network.down(silent);
  await gone;
  await other.timeout(10_000).emitWithAck("count to the room", 20);
  const back = next(socket, "connect");
  network.up = true;
  await back;
  assert.equal(socket.recovered, true);
  assert.equal(socket.id, id);
  const told = await socket.timeout(10_000).emitWithAck("who am I");
  assert.deepEqual(told, { id, recovered: true, name: "Eve", inRoom: true });
}

try {
  await Promise.all([next(socket, "connect"), next(other, "connect")]);
  assert.equal(socket.recovered, false);
  assert.equal(await socket.timeout(10_000).emitWithAck("remember me", "Eve"), "remembered");
  await other.timeout(10_000).emitWithAck("count to the room", 5);
  await until(() => numbers.length === 5, "the first five");
  await outage(false);
  await outage(true);
  // In the middle of what the server says, so that some of it is lost on the way.
  const counted = other.timeout(20_000).emitWithAck("count slowly", 200);
  await until(() => numbers.length >= 45 + 20, "the first of many");
  network.down(false);
  await next(socket, "disconnect");
  const back = next(socket, "connect");
  network.up = true;
  await back;
  assert.equal(socket.recovered, true);
  await counted;
  await until(() => numbers.length >= 245, "the last of many");
  await sleep(100);
  assert.deepEqual(numbers, Array.from({ length: 245 }, (_, i) => i));
  console.log(`Nothing was missed over ${transports}`);
} finally {
  socket.close();
  other.close();
  network.end();
}
