import { AgentDesk } from "./desk.js";
import { isSignedIn, signIn } from "./sign-in.js";

/** The desk of an agent, or the form to sign in. */
export function agentPage() {
  let desk = null;
  let selected = 0;
  let starts = 0;

  // Who is signed in is known to the server alone: it is asked first, and whenever it has refused us.
  const start = async () => {
    const mine = ++starts;
    desk?.close();
    desk = null;
    const known = await isSignedIn();
    if (mine !== starts) {
      return; // asked again, or closed, in the meantime
    }
    if (known) {
      desk = new AgentDesk(start);
      desk.select(selected);
    } else {
      signIn(start);
    }
  };

  start();
  return {
    navigate(id) {
      selected = id;
      desk?.select(selected);
    },
    close() {
      starts++;
      desk?.close();
    },
  };
}
