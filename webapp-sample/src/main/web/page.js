import { localise } from "./texts.js";

const root = document.getElementById("page");

/** Shows a fresh copy of a template as the page, and returns nothing that would need closing. */
export function show(template) {
  const copy = document.getElementById(template).content.cloneNode(true);
  localise(copy);
  root.replaceChildren(copy);
  return {};
}

/** Returns the element of the page with this id. */
export const at = (id) => document.getElementById(id);

/** Sets the title, with the number of unread messages in front. */
export function title(text, unread = 0) {
  document.title = `${unread > 0 ? `(${unread}) ` : ""}${text} · Mortise`;
}

/** Shows beside each field what the server said about it, in the language of the browser. */
export function showErrors(form, errors) {
  for (const input of form.querySelectorAll("input")) {
    const tips = errors.filter(({ name }) => name === input.name).map(({ detail }) => detail);
    at(`${input.id}-error`).textContent = tips.join(" ");
    if (tips.length > 0) {
      input.setAttribute("aria-invalid", "true");
    } else {
      input.removeAttribute("aria-invalid");
    }
  }
}

/** Puts the cursor into the first field that is wrong. */
export const focusError = (form) => form.querySelector("[aria-invalid]")?.focus();

/** Returns the letters that stand for a name where a picture would. */
export const initial = (name) => name.trim().charAt(0).toUpperCase();

/** Makes an element. */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

/** Makes a picture of the sheet at the end of the page. */
export function icon(name) {
  const holder = document.createElement("template");
  holder.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><use href="#${name}" /></svg>`;
  return holder.content.firstChild;
}

/** Makes a button that shows a picture and says what it does. */
export function iconButton(name, label, onClick) {
  const button = element("button", "icon", icon(name));
  button.type = "button";
  button.ariaLabel = label;
  button.title = label;
  button.addEventListener("click", onClick);
  return button;
}
