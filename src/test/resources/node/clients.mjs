// Stock clients of five generations over the given transports: an agent and a customer of the tutorial find each other and talk, in text and bytes.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const require = createRequire(fileURLToPath(import.meta.url));
const base = new URL(process.argv[2]);
const transports = process.argv[3].split(",");
const clients = Object.keys(require("./package.json").dependencies).filter((name) => name.startsWith("client-"));

/** Waits for the next event of this name; fails with what came instead, of whatever the generation tells. */
const next = (socket, event) =>
  new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`no "${event}" for ${socket.id}: ${why}`));
    const timer = setTimeout(() => fail("nothing in 10 s"), 10_000);
    for (const end of ["connect_error", "error", "disconnect"]) {
      socket.once(end, (reason) => fail(`${end} ${reason?.message ?? reason}`));
    }
    socket.once(event, (...args) => {
      clearTimeout(timer);
      resolve(args);
    });
  });

async function upgraded(socket) {
  const engine = socket.io.engine;
  if (engine.transport.name !== transports.at(-1)) {
    await once(engine, "upgrade");
  }
  assert.equal(engine.transport.name, transports.at(-1));
}

/** Connects; the events are listened for from the beginning. */
async function connected(io, options, event) {
  const socket = io(base.origin, {
    path: `${base.pathname}socket.io/`,
    transports,
    forceNew: true,
    reconnection: false,
    ...options,
  });
  const first = event && next(socket, event);
  await next(socket, "connect");
  await upgraded(socket);
  return { socket, first: event && (await first) };
}

async function says(from, to, id, message) {
  const heard = next(to, "chat message");
  from.emit("chat message", id, message);
  return (await heard)[0];
}

/** Comes as a customer until this agent's turn has come: others may be there. */
async function customerOf(io, name) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const { socket, first } = await connected(io, {}, "customer service in");
    if (first[0]?.name === name) {
      return { socket, agentId: first[0].id };
    }
    console.log(`a customer of ${name} is sent to ${first[0]?.name}`);
    socket.close();
  }
  throw new Error(`${name} got no customer`);
}

async function talk(version) {
  const client = require(version);
  const io = client.io ?? client;
  const name = `${version} ${Math.random()}`;
  const agent = (await connected(io, { query: { name } })).socket;
  const comes = next(agent, "customer in");
  const { socket: customer, agentId } = await customerOf(io, name);
  try {
    const [customerId] = await comes;
    assert.equal(await says(agent, customer, customerId, "Good day, 你好 😀"), "Good day, 你好 😀");
    const large = "客".repeat(100_000);
    assert.equal(await says(customer, agent, agentId, large), large);
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => i % 256));
    const answer = await says(customer, agent, agentId, { file: { name: "a", content: bytes } });
    assert.ok(bytes.equals(Buffer.from(answer.file.content)));
    assert.equal(answer.file.name, "a");
  } finally {
    agent.close();
    customer.close();
  }
  console.log(`${version} talked over ${transports.at(-1)}`);
}

for (const version of clients) {
  await talk(version);
}
