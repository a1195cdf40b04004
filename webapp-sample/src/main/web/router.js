/** Returns where in the application we are: `agent/conversations/42` wherever the application stands. */
function path() {
  return location.pathname.slice(new URL(".", document.baseURI).pathname.length);
}

let listener = () => {};

/** Goes to a page of the application without loading it again. */
export function go(to) {
  history.pushState(null, "", to);
  listener(path());
}

/** Calls the listener with the path, now and whenever it changes. */
export function onRoute(change) {
  listener = change;
  addEventListener("popstate", () => listener(path()));
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-route]");
    if (link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      go(link.href);
    }
  });
  listener(path());
}
