import { defineConfig } from "vite";

const server = "http://localhost:8080";

/**
 * Has the browser load script and style only when it knows the base of the page. Found in the HTML, it would fetch them early, and
 * relative to a deep link.
 */
const afterBase = {
  name: "after-base",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html) {
      const tags = [];
      const rest = html.replace(/^ *<(?:script type="module"|link rel="stylesheet").*\n/gm, (tag) => {
        tags.push(tag.trim());
        return "";
      });
      const text = JSON.stringify(tags.join("")).replaceAll("</", "<\\/");
      return rest.replace("</head>", () => `  <script>document.write(${text})</script>\n  </head>`);
    },
  },
};

export default defineConfig({
  root: "src/main/web",
  // Relative, because the WAR may be deployed under any context path; index.html sets the base.
  base: "./",
  plugins: [afterBase],
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
