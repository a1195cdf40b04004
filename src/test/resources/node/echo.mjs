// The stock client over the given transports: many messages in order, large ones, text beyond ASCII and bytes, to itself and back.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { once } from "node:events";

const { io } = createRequire(`${process.cwd()}/package.json`)("socket.io-client");
const base = new URL(process.argv[2]);
const transports = process.argv[3].split(",");
const socket = io(base.origin, { path: `${base.pathname}socket.io/`, transports, forceNew: true, reconnection: false });

/** Sends the messages to the socket itself and returns what comes. */
async function echoed(messages) {
  const heard = [];
  const all = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${heard.length} of ${messages.length} came`)), 20_000).unref();
    socket.on("chat message", (message) => heard.push(message) === messages.length && resolve());
  });
  messages.forEach((message) => socket.emit("chat message", socket.id, message));
  await all;
  socket.off("chat message");
  return heard;
}

try {
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
  const engine = socket.io.engine;
  const last = transports.at(-1);
  if (engine.transport.name !== last) {
    await once(engine, "upgrade", { signal: AbortSignal.timeout(10_000) });
  }
  assert.equal(engine.transport.name, last);

  const many = Array.from({ length: 300 }, (_, i) => `${i} 你好`);
  assert.deepEqual(await echoed(many), many);
  const large = ["x".repeat(300_000), "客".repeat(100_000)];
  assert.deepEqual(await echoed(large), large);
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 256));
  const [back] = await echoed([{ picture: bytes }]);
  assert.ok(bytes.equals(Buffer.from(back.picture)));
  console.log(`All came back over ${last}`);
} finally {
  socket.disconnect();
}
