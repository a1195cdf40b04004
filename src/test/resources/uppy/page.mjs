// The page of the walk: Uppy's Dashboard with its tus plugin, as its own documentation sets them up.
import Uppy from "@uppy/core";
import Dashboard from "@uppy/dashboard";
import Tus from "@uppy/tus";
import "@uppy/core/css/style.min.css";
import "@uppy/dashboard/css/style.min.css";

const uppy = new Uppy({ restrictions: { maxNumberOfFiles: 3 } })
  .use(Dashboard, { inline: true, target: "#uppy", width: "100%", proudlyDisplayPoweredByUppy: false })
  .use(Tus, { endpoint: "files", chunkSize: 512 * 1024, retryDelays: Array(60).fill(1000), onAfterResponse });

/** A server that listens before it has deployed, as Payara does, says 404; only a 404 of tus means that the upload is gone. */
function onAfterResponse(request, response) {
  if (response.getStatus() === 404 && !response.getHeader("Tus-Resumable")) {
    throw new Error("not deployed yet");
  }
}

uppy.on("complete", ({ successful, failed }) => {
  document.getElementById("result").textContent = JSON.stringify({
    urls: successful.map((file) => file.uploadURL),
    failed: failed.length,
  });
});
uppy.on("upload-progress", (file, progress) => {
  document.getElementById("progress").textContent = progress.bytesUploaded;
});
window.uppy = uppy;
