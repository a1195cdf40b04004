// A customer and an agent whose server is killed again and again. Their way, a port for each, then leads to another one, and their sockets come back by
// themselves. What to do comes by the input: "agent" when the agent's way leads to the next server, "customer" when the customer's does, too.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { io } = createRequire(`${process.cwd()}/package.json`)("socket.io-client");
const [agentBase, customerBase] = process.argv.slice(2).map((base) => new URL(base));
const LIMIT = 40_000;
const said = [];
let conversation;

const cookieOf = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
const ask = (path, init = {}) => fetch(new URL(path, agentBase), init);

/** Keeps these events until they are asked for, in their order. */
function events(socket, name) {
  const heard = [];
  let wake = () => {};
  socket.on(name, (...args) => {
    heard.push(args);
    wake();
  });
  return async () => {
    const end = Date.now() + LIMIT;
    while (heard.length === 0) {
      assert.ok(Date.now() < end, `no ${name}`);
      await new Promise((resolve) => {
        wake = resolve;
        setTimeout(resolve, 100);
      });
    }
    return heard.shift();
  };
}

function visitor(base, as, cookie) {
  const socket = io(`${base.origin}/desk`, {
    path: `${base.pathname}socket.io/`,
    auth: { as },
    extraHeaders: { cookie },
    forceNew: true,
    reconnectionDelayMax: 1_000,
  });
  const visitor = { socket, cookie, desk: events(socket, "desk"), conversation: events(socket, "conversation") };
  const message = events(socket, "message");
  const heard = [];
  visitor.hears = async (text) => {
    while (!heard.includes(text)) {
      heard.push((await message())[1].text); // also what the visitor wrote
    }
    assert.equal(new Set(heard).size, heard.length, `nothing came twice: ${heard}`);
  };
  visitor.write = async (...args) => {
    await socket.timeout(LIMIT).emitWithAck("message", ...args, args.at(-1));
    said.push(args.at(-1));
  };
  return visitor;
}

async function signIn() {
  const form = new URLSearchParams({ agent: "mia", password: "oak-and-ash" });
  agent = visitor(agentBase, "agent", cookieOf(await ask("api/session", { method: "POST", body: form })));
  customer = visitor(customerBase, "customer", cookieOf(await ask("api/visit", { method: "POST" })));
}

let agent;
let customer;
let turn = -1;

const orders = {
  async agent() {
    turn += 1;
    if (turn === 0) {
      await signIn();
    }
    await agent.desk();
    assert.equal(await (await ask("api/session", { headers: { cookie: agent.cookie } })).text(), "mia", "still signed in");
    if (turn > 0) {
      assert.equal(customer.socket.connected, false, "the customer is away");
      await agent.write(conversation, `while you were away ${turn}`);
    }
  },
  async customer() {
    const [desk] = await customer.desk();
    assert.deepEqual(desk.messages.map(({ text }) => text), said, "nothing was missed");
    await customer.write(`question ${turn}`);
    if (turn === 0) {
      const [first] = await agent.conversation();
      conversation = first.id;
      assert.equal(first.last.text, `question ${turn}`);
    } else {
      await agent.hears(`question ${turn}`);
    }
    await agent.write(conversation, `answer ${turn}`);
    await customer.hears(`answer ${turn}`);
  },
};

for await (const order of createInterface({ input: process.stdin })) {
  await orders[order]();
  console.log(`${order}: well`);
}
process.exit(0);
