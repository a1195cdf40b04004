// The stock tus client uploads, pauses, goes on, and outlives the server: it says HALF, and its server is killed and started again meanwhile.
import { createHash, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as tus from "tus-js-client";

const endpoint = process.argv[2];
const size = 12 * 1024 * 1024;
const content = randomBytes(size);
let said = false;
let paused = false;
let failures = 0;

await new Promise((resolve, reject) => {
  const upload = new tus.Upload(content, {
    endpoint,
    uploadSize: size,
    chunkSize: 64 * 1024,
    retryDelays: Array(120).fill(500),
    metadata: { filename: "drawing é.bin", filetype: "application/octet-stream" },
    onBeforeRequest: () => pause(10),
    onShouldRetry: () => {
      failures += 1;
      return true;
    },
    onError: reject,
    onSuccess: () => resolve(console.log(`DONE ${upload.url} ${createHash("sha256").update(content).digest("hex")} ${failures}`)),
    onChunkComplete: async (chunk, accepted) => {
      if (!paused && accepted > size / 8) {
        paused = true;
        await upload.abort();
        await pause(200);
        console.log("RESUMED");
        upload.start();
      } else if (!said && accepted > size / 3) {
        said = true;
        console.log("HALF");
      }
    },
  });
  upload.start();
});
