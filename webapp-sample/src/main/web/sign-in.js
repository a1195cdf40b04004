import { at, show, showErrors, title } from "./page.js";

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
  title("Sign in");
  const form = at("sign-in-form");
  form.elements.agent.focus();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    at("sign-in").disabled = true;
    const problem = await send(form);
    if (!problem) {
      done();
      return;
    }
    at("sign-in").disabled = false;
    showErrors(form, problem.errors ?? []);
    at("sign-in-error").textContent = problem.errors ? "" : (problem.detail ?? problem.title);
  });
}

/** Returns what is wrong, or null. */
async function send(form) {
  try {
    const answer = await fetch("api/session", {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
    });
    return answer.ok ? null : await answer.json();
  } catch {
    return { detail: "The server does not answer. Please try again." };
  }
}
