import "./styles.css";
import { agentPage } from "./agent.js";
import { customerPage } from "./customer.js";
import { show } from "./page.js";
import { onRoute } from "./router.js";
import { language, localise } from "./texts.js";

const pages = [
  { pattern: /^$/, name: "customer", open: customerPage },
  { pattern: /^agent(?:\/conversations\/(\d+))?\/?$/, name: "agent", open: agentPage },
];

document.documentElement.lang = language === "zh" ? "zh-Hans" : language;
localise(document.body);

let current = { name: null };

// A page stays open while only its part of the address changes: that is what its `navigate` is for.
onRoute((path) => {
  const page = pages.find(({ pattern }) => pattern.test(path));
  if (page?.name !== current.name || !page) {
    current.close?.();
    current = page ? { name: page.name, ...page.open() } : { name: null, ...show("lost-page") };
  }
  current.navigate?.(Number(page?.pattern.exec(path)[1] ?? 0));
});
