// Two servers of the sample are one desk: whoever is at one of them is seen at the other. Arguments: the address of each.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const { io } = createRequire(`${process.cwd()}/package.json`)("socket.io-client");
const [here, there] = process.argv.slice(2).map((address) => new URL(address));
const open = [];

async function session(server, path, form) {
  const answer = await fetch(new URL(path, server), { method: "POST", body: new URLSearchParams(form) });
  assert.equal(answer.status, 204);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

/** Connects to the desk; what is told last under each name is in `heard`. */
function connect(server, as, cookie) {
  const socket = io(`${server.origin}/desk`, {
    path: `${server.pathname}socket.io/`,
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: { as },
    extraHeaders: { cookie },
  });
  open.push(socket);
  socket.heard = {};
  socket.onAny((event, ...args) => (socket.heard[event] = args));
  return socket;
}

async function until(what, test) {
  const end = Date.now() + 20_000;
  while (!test()) {
    assert.ok(Date.now() < end, `${what}: ${JSON.stringify(open.map(({ heard }) => heard))}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const ask = (socket, event, ...args) => socket.timeout(10_000).emitWithAck(event, ...args);

try {
  const visit = await session(here, "api/visit");
  const customer = connect(here, "customer", visit);
  await until("nobody is there", () => customer.heard.desk?.[0].agent.name === undefined);

  const mia = connect(there, "agent", await session(there, "api/session", { agent: "mia", password: "oak-and-ash" }));
  await until("the customer is told of the agent there", () => customer.heard.agent?.[0].name === "Mia");
  assert.equal(customer.heard.agent[0].online, true);
  await ask(customer, "message", "k1", "Is the oak table in stock?");
  await until("the agent there serves", () => mia.heard.conversation?.[0].online === true);
  await until("both servers are counted", () => mia.heard.live?.[0].desk.customers === 1 && mia.heard.live[0].connections.websocket === 2);

  const leoSession = await session(here, "api/session", { agent: "leo", password: "elm-and-yew" });
  const leo = connect(here, "agent", leoSession);
  await until("the colleague here is seen there", () => mia.heard.colleagues?.[0].find(({ id }) => id === "leo").online);
  const { id } = mia.heard.conversation[0];
  await ask(mia, "hand over", id, "leo");
  await until("the colleague here serves", () => customer.heard.agent[0].name === "Leo");
  await ask(leo, "hand over", id, "mia");
  await until("she has it back", () => customer.heard.agent[0].name === "Mia");

  const tab = connect(there, "customer", visit);
  await until("the tab there is the same customer", () => tab.heard.desk?.[0].conversation === id);
  customer.disconnect();
  await ask(tab, "message", "k2", "Still here.");
  assert.equal(mia.heard.presence, undefined);
  tab.disconnect();
  await until("the customer is away", () => mia.heard.presence?.[1] === false);

  mia.disconnect();
  await until("who left is seen to be away", () => leo.heard.colleagues[0].find((agent) => agent.id === "mia").online === false);
  const signedOut = await fetch(new URL("api/session", there), { method: "DELETE", headers: { cookie: leoSession } });
  assert.equal(signedOut.status, 204);
  await until("signing out there ends the socket here", () => leo.disconnected);
  console.log("Two servers are one desk");
} finally {
  open.forEach((socket) => socket.disconnect());
}
