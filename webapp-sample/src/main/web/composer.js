import { t } from "./texts.js";

const TYPING_EVERY = 2000;

/**
 * Makes a form that sends what is written: Enter sends, Shift+Enter begins a new line, the field grows with its text. Files are chosen, pasted,
 * or dropped on `zone`. `on` has `text`, `file` and `typing`.
 */
export function composer(form, zone, on) {
  const field = form.querySelector("textarea");
  const chooser = form.querySelector("input[type=file]");
  const files = (list) => [...(list ?? [])].forEach(on.file);
  let told = 0;

  const fit = () => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  };
  field.addEventListener("input", () => {
    fit();
    if (field.value && Date.now() - told > TYPING_EVERY) {
      told = Date.now();
      on.typing();
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  field.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      files(event.clipboardData.files);
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text) {
      on.text(text);
      field.value = "";
      told = 0;
      fit();
    }
    field.focus();
  });
  form.querySelector(".attach").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    files(chooser.files);
    chooser.value = "";
  });
  droppable(zone, files);
  return {
    /** Puts a ready text behind what is written. */
    insert(text) {
      field.value = [field.value.trim(), text].filter(Boolean).join(" ");
      fit();
      field.focus();
    },
  };
}

function droppable(zone, files) {
  zone.dataset.drop = t("dropHere");
  let depth = 0;
  const over = (change) => {
    depth = Math.max(0, change === 0 ? 0 : depth + change);
    zone.classList.toggle("dropping", depth > 0);
  };
  const bringsFiles = (event) => event.dataTransfer?.types.includes("Files");
  zone.addEventListener("dragenter", (event) => bringsFiles(event) && over(1));
  zone.addEventListener("dragleave", (event) => bringsFiles(event) && over(-1));
  zone.addEventListener("dragover", (event) => bringsFiles(event) && event.preventDefault());
  zone.addEventListener("drop", (event) => {
    if (bringsFiles(event)) {
      event.preventDefault();
      over(0);
      files(event.dataTransfer.files);
    }
  });
}
