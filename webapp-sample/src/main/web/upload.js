import { at, showErrors } from "./page.js";

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
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      });
      const body = await answer.json();
      const errors = body.errors ?? [];
      result.className = answer.ok ? "good" : "error";
      result.textContent = answer.ok
        ? "上传成功！"
        : `${errors.length > 0 ? "校验错误：" : ""}${errors.map(({ detail }) => detail).join("；") || body.detail || body.title}`;
      showErrors(form, errors);
      if (answer.ok) {
        form.reset();
      }
    } catch {
      result.className = "error";
      result.textContent = "The upload did not reach us. Please try again.";
    } finally {
      button.disabled = false;
    }
  });
}
