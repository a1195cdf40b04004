/**
 * What was written and is not known to be stored: kept in the browser, so that neither a reload nor a lost network loses it. Files are kept
 * with their bytes. Where the browser keeps nothing, it lasts as long as the page.
 */
const opened = new Promise((resolve) => {
  const request = indexedDB.open("desk", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("outbox", { keyPath: "key" });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => resolve(null);
});

async function run(mode, work) {
  const database = await opened;
  return new Promise((resolve, reject) => {
    if (!database) {
      resolve(null);
      return;
    }
    const transaction = database.transaction("outbox", mode);
    const request = work(transaction.objectStore("outbox"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** Keeps a message `{ key, owner, conversation, text or file }`. */
export const keep = (message) => run("readwrite", (store) => store.put({ ...message, kept: Date.now() })).catch(() => null);

/** Forgets what is stored. */
export const forget = (key) => run("readwrite", (store) => store.delete(key)).catch(() => null);

/** Returns whether the message is still kept. */
export const isKept = async (key) => Boolean(await run("readonly", (store) => store.get(key)).catch(() => null));

/** Returns what the owner has written, the oldest first. */
export async function kept(owner) {
  const all = (await run("readonly", (store) => store.getAll()).catch(() => null)) ?? [];
  return all.filter((message) => message.owner === owner).sort((a, b) => a.kept - b.kept);
}

/** Names a message, so that it can be sent twice and counts once. `crypto.randomUUID` needs HTTPS, this does not. */
export function messageKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
