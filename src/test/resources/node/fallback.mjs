// Asks the packages themselves what they do with each row of the table, and prints the table with their answers.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const connect = require("connect-history-api-fallback");
const koa2 = require("koa2-connect-history-api-fallback").historyApiFallback;
const table = JSON.parse(readFileSync(process.argv[2], "utf8"));

const functions = {
  echo: ({ parsedUrl }) => "/moved" + parsedUrl.pathname,
  capture: ({ match }) => "/page-" + match[1] + ".html",
  search: ({ parsedUrl }) => "/found" + (parsedUrl.search ?? ""),
};

/** A function cannot stand in JSON, so the table names it. The log tells a page that is rewritten to itself from one that is not. */
function options(named, logger) {
  const rewrites = named.rewrites?.map(({ from, to }) => ({ from: new RegExp(from), to: functions[to] ?? to }));
  return { ...named, logger, ...(rewrites && { rewrites }) };
}

async function target(row, url) {
  let rewritten = false;
  const setup = options(table.options[row.options], (word) => (rewritten ||= word === "Rewriting"));
  const headers = row.accept === null ? {} : { accept: row.accept };
  const request = { method: row.method, url, headers, header: headers };
  if (row.mode === "compat") {
    connect(setup)(request, {}, () => {});
  } else {
    await koa2(setup)(request, async () => {});
  }
  return rewritten ? request.url : "";
}

const targets = [];
for (const row of table.rows) {
  targets.push(await Promise.all(table.urls.map((url) => target(row, url))));
}
console.log(JSON.stringify(targets));
