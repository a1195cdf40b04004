import { at, focusError, showErrors } from "./page.js";
import { t } from "./texts.js";

/** Sends the form without leaving the page; without JavaScript it is an ordinary form of the browser. */
export function uploadForm(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const result = at("upload-result");
    const button = form.querySelector("button");
    button.disabled = true;
    result.textContent = "";
    result.className = "";
    showErrors(form, []);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      const body = await answer.json();
      const errors = body.errors ?? [];
      result.className = answer.ok ? "good" : "error";
      result.textContent = answer.ok ? t("uploaded") : refusal(errors, body);
      showErrors(form, errors);
      focusError(form);
      if (answer.ok) {
        form.reset();
      }
    } catch {
      result.className = "error";
      result.textContent = t("uploadFailed");
    } finally {
      button.disabled = false;
    }
  });
}

function refusal(errors, { code, detail, title }) {
  if (code === "LIMIT_FILE_SIZE") {
    return t("tooLarge");
  }
  return errors.length > 0 ? t("uploadWrong", { tips: errors.map((error) => error.detail).join(t("comma")) }) : (detail ?? title);
}
