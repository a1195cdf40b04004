import { defineConfig } from "vite";

const server = "http://localhost:8080";

export default defineConfig({
  root: "src/main/web",
  // Relative to the base of the page, because the WAR may be deployed under any context path.
  base: "./",
  build: {
    outDir: "../../../target/pages",
    emptyOutDir: true,
  },
  server: {
    proxy: {
      "/api": server,
      "/upload": server,
      "/files": server,
      "/socket.io": { target: server, ws: true },
    },
  },
});
