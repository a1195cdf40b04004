import { at, focusError, show, showErrors, title } from "./page.js";
import { t } from "./texts.js";

const PAUSE = 300;

/** Returns whether the browser's session is an agent's; waits until the server can say so. */
export async function isSignedIn() {
  const answer = await fetch("api/session").catch(() => null);
  if (answer?.ok) {
    return answer.status === 200;
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return isSignedIn();
}

/** Ends the session; the server then closes the sockets of every tab. */
export async function signOut() {
  await fetch("api/session", { method: "DELETE" }).catch(() => null);
}

/** Shows the sign-in form and calls `done` when the server knows the agent. */
export function signIn(done) {
  show("sign-in-page");
  title(t("signIn"));
  const form = at("sign-in-form");
  form.elements.agent.focus();
  asOneTypes(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    at("sign-in").disabled = true;
    const problem = await send("api/session", form);
    if (!problem) {
      done();
      return;
    }
    at("sign-in").disabled = false;
    showErrors(form, problem.errors ?? []);
    focusError(form);
    at("sign-in-error").textContent = problem.errors ? "" : (problem.detail ?? problem.title);
  });
}

/** Asks the server about the fields that were filled in so far, by a dry run: its rules are the only ones. */
function asOneTypes(form) {
  const touched = new Set();
  let timer;
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    const problem = await send("api/session", form, { "Validate-Only": [...touched].join() });
    if (mine === asked) {
      showErrors(form, problem?.errors ?? []);
    }
  };
  const soon = ({ target }) => {
    touched.add(target.name);
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    asked++; // what is still asked is told too late
  });
}

/** Returns what is wrong, or null. */
async function send(to, form, headers = {}) {
  try {
    const answer = await fetch(to, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json", ...headers },
    });
    return answer.ok ? null : await answer.json();
  } catch {
    return { detail: t("noServer") };
  }
}
