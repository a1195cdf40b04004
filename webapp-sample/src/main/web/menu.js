import { element } from "./page.js";

/** Fills a `<details>` with choices; it closes on a choice, on Escape, and when somebody clicks elsewhere. */
export function menu(details, choices) {
  const list = details.querySelector("ul");
  list.replaceChildren(
    ...choices.map(({ label, choose }) => {
      const button = element("button", "", label);
      button.type = "button";
      button.disabled = !choose;
      button.addEventListener("click", () => {
        details.open = false;
        choose();
      });
      return element("li", "", button);
    }),
  );
}

addEventListener("click", ({ target }) => close((details) => !details.contains(target)));
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") {
    close((details) => {
      const inside = details.contains(document.activeElement);
      if (inside) {
        details.querySelector("summary").focus();
      }
      return true;
    });
  }
});

function close(which) {
  document.querySelectorAll("details.menu[open]").forEach((details) => (details.open = !which(details)));
}
