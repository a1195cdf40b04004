/** Makes a form that sends what is written: Enter sends, Shift+Enter begins a new line, the field grows with its text. */
export function composer(form, send) {
  const field = form.querySelector("textarea");
  const fit = () => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  };
  field.addEventListener("input", fit);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text) {
      send({ key: messageKey(), text });
      field.value = "";
      fit();
    }
    field.focus();
  });
}

/** Names a message, so that it can be sent twice and counts once. `crypto.randomUUID` needs HTTPS, this does not. */
function messageKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
