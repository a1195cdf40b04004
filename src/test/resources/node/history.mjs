// What a customer said and sent is there after a restart: run once before it and once after, with a file that keeps the cookie.
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { io } = createRequire(`${process.cwd()}/package.json`)("socket.io-client");
const base = new URL(process.argv[2]);
const jar = process.argv[3];
const first = !existsSync(jar);
const content = "a drawing of 椅子 🪑".repeat(20_000);
const tus = { "Tus-Resumable": "1.0.0" };

const cookieOf = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
const form = (fields) => ({ method: "POST", body: new URLSearchParams(fields) });
const page = (path, init = {}, cookie = customer) => fetch(new URL(path, base), { ...init, headers: { cookie, ...init.headers } });

async function connected(as, cookie) {
  const socket = io(`${base.origin}/desk`, { path: `${base.pathname}socket.io/`, auth: { as }, extraHeaders: { cookie } });
  const [desk] = await once(socket, "desk", { signal: AbortSignal.timeout(20_000) });
  return { socket, desk };
}

async function say(socket) {
  const said = await socket.emitWithAck("message", "key-1", "有一张橡木桌子吗？ 🪑");
  assert.equal(said.seq, 1);
  assert.deepEqual(await socket.emitWithAck("message", "key-1", "有一张橡木桌子吗？ 🪑"), said);
  assert.ok((await socket.emitWithAck("message", "key-2", " ")).refused);
}

async function send() {
  const bytes = Buffer.from(content);
  const metadata = `filename ${Buffer.from("图纸.txt").toString("base64")}`;
  const made = await page("files", { method: "POST", headers: { ...tus, "Upload-Length": bytes.length, "Upload-Metadata": metadata } });
  const upload = made.headers.get("location");
  const headers = { ...tus, "Upload-Offset": 0, "Content-Type": "application/offset+octet-stream" };
  assert.equal((await page(upload, { method: "PATCH", headers, body: bytes })).status, 204);
  assert.equal((await page("api/files", form({ upload, key: "file-1" }))).status, 204);
  assert.equal((await page("api/files", form({ upload, key: "file-1" }))).status, 204, "the same once more");
  assert.equal((await page("api/files", form({ upload, key: "file-2" }))).status, 410, "nothing lies there any more");
}

async function check({ conversation, messages }) {
  assert.deepEqual(
    messages.map(({ seq, from, text, file }) => [seq, from, text, file?.name]),
    [
      [1, "customer", "有一张橡木桌子吗？ 🪑", undefined],
      [2, "customer", "", "图纸.txt"],
    ],
  );
  assert.equal(await (await page(`api/files/${conversation}/2`)).text(), content);
  assert.equal((await page(`api/files/${conversation}/2`, {}, "")).status, 404, "without the session");
  assert.equal((await page("api/files", form({ upload: "x", key: "k", conversation }))).status, 403, "not an agent");
}

async function search() {
  const signIn = await fetch(new URL("api/session", base), form({ agent: "mia", password: "oak-and-ash" }));
  const { socket } = await connected("agent", cookieOf(signIn));
  const found = await socket.emitWithAck("search", "橡木桌子");
  assert.equal(found.length, 1);
  assert.equal((await socket.emitWithAck("search", "图纸")).length, 1);
  socket.disconnect();
}

const customer = first ? cookieOf(await fetch(new URL("api/visit", base), { method: "POST" })) : readFileSync(jar, "utf8");
writeFileSync(jar, customer);
const { socket, desk } = await connected("customer", customer);
if (first) {
  await say(socket);
  await send();
} else {
  await check(desk);
  await search();
}
socket.disconnect();
