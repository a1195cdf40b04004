const LASTS = 4000;

/** Shows that somebody types, until a message comes or nothing is heard of it any more. */
export function typingLine(line) {
  let timer;
  const stop = () => {
    clearTimeout(timer);
    line.textContent = "";
  };
  return {
    start(text) {
      line.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(stop, LASTS);
    },
    stop,
  };
}
