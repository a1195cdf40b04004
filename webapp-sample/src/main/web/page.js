const root = document.getElementById("page");

/** Shows a fresh copy of a template as the page, and returns nothing that would need closing. */
export function show(template) {
  root.replaceChildren(document.getElementById(template).content.cloneNode(true));
  return {};
}

/** Returns the element of the page with this id. */
export const at = (id) => document.getElementById(id);

/** Sets the title, with the number of unread messages in front. */
export function title(text, unread = 0) {
  document.title = `${unread > 0 ? `(${unread}) ` : ""}${text} · Mortise`;
}

/** Shows what the server said about each field beside it, and the cursor in the first one that is wrong. */
export function showErrors(form, errors) {
  let first = null;
  for (const input of form.querySelectorAll("input")) {
    const messages = errors.filter(({ name }) => name === input.name).map(({ detail }) => detail);
    at(`${input.id}-error`).textContent = messages.join(" ");
    input.toggleAttribute("aria-invalid", messages.length > 0);
    first ??= messages.length > 0 ? input : null;
  }
  first?.focus();
}

/** Returns the letters that stand for a name where a picture would. */
export const initial = (name) => name.trim().charAt(0).toUpperCase();
