// A customer and an agent whose server is gone: run at each server in turn, with a file that keeps their cookies and what was said.
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { io } = createRequire(`${process.cwd()}/package.json`)("socket.io-client");
const base = new URL(process.argv[2]);
const file = process.argv[3];
const soon = () => ({ signal: AbortSignal.timeout(20_000) });

const cookieOf = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
const ask = (path, init = {}) => fetch(new URL(path, base), init);

async function begin() {
  const form = new URLSearchParams({ agent: "mia", password: "oak-and-ash" });
  return {
    customer: cookieOf(await ask("api/visit", { method: "POST" })),
    agent: cookieOf(await ask("api/session", { method: "POST", body: form })),
    turn: 0,
    said: [],
  };
}

async function connected(as, cookie) {
  const socket = io(`${base.origin}/desk`, { path: `${base.pathname}socket.io/`, auth: { as }, extraHeaders: { cookie } });
  const [desk] = await once(socket, "desk", soon());
  return { socket, desk };
}

const state = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : await begin();
const { turn, said } = state;

assert.equal(await (await ask("api/session", { headers: { cookie: state.agent } })).text(), "mia", "still signed in");
const agent = await connected("agent", state.agent);
const write = async (text) => {
  await agent.socket.emitWithAck("message", state.conversation, text, text);
  said.push(text);
};
if (turn > 0) {
  await write(`while you were away ${turn}`);
}
const customer = await connected("customer", state.customer);
assert.deepEqual(customer.desk.messages.map(({ text }) => text), said, "nothing was lost");

const heard = once(agent.socket, turn === 0 ? "conversation" : "message", soon());
await customer.socket.emitWithAck("message", `question ${turn}`, `question ${turn}`);
said.push(`question ${turn}`);
const [first, message] = await heard;
state.conversation ??= first.id;
assert.equal((message ?? first.last).text, `question ${turn}`);

const answered = once(customer.socket, "message", soon());
await write(`answer ${turn}`);
assert.equal((await answered)[1].text, `answer ${turn}`);

customer.socket.disconnect();
agent.socket.disconnect();
writeFileSync(file, JSON.stringify({ ...state, turn: turn + 1 }));
