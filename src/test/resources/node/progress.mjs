// A page watches how much of its upload the server has received: the stock client in a room, and a form that comes slowly.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { io } from "client-4.8";

const base = new URL(process.argv[2]);
const id = crypto.randomUUID();
const socket = io(base.origin, { path: `${base.pathname}socket.io/` });
const stranger = io(base.origin, { path: `${base.pathname}socket.io/`, forceNew: true });
await Promise.all([socket, stranger].map((client) => new Promise((resolve) => client.on("connect", resolve))));

const heard = [];
const ended = new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error(`the end never came, but ${JSON.stringify(heard)}`)), 20_000).unref();
  socket.on("progress", (received, total) => {
    heard.push([received, total]);
    if (received === total) {
      resolve();
    }
  });
});
stranger.on("progress", () => assert.fail("a stranger hears of it"));
socket.emit("watch", id);

const head = '--b\r\nContent-Disposition: form-data; name="drawing"; filename="a.bin"\r\n\r\n';
const pieces = [head, ...Array(20).fill("x".repeat(1000)), "\r\n--b--\r\n"];
async function* slowly() {
  for (const piece of pieces) {
    yield Buffer.from(piece);
    await pause(60);
  }
}
const answer = await fetch(new URL(`drawings?upload=${id}`, base), {
  method: "POST",
  headers: { "Content-Type": "multipart/form-data; boundary=b", "Content-Length": String(pieces.join("").length) },
  body: slowly(),
  duplex: "half",
});
assert.equal(answer.status, 200, await answer.text());
await ended;
assert.ok(heard.length > 3, JSON.stringify(heard));
heard.reduce((before, [received]) => {
  assert.ok(received >= before, JSON.stringify(heard));
  return received;
}, 0);
socket.close();
stranger.close();
