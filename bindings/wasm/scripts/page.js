/**
 * `node scripts/page.js FOLDER CHROMIUM`: the vectors and scenarios in a real browser, from a plain page with an import map.
 */

import { createServer } from "node:http";
import { createReadStream, existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join, normalize } from "node:path";

import { chromium } from "playwright-core";

const [folder, executablePath] = process.argv.slice(2);
const tests = process.env.JOINT_MEETING_TESTS;
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".html": "text/html" };
const PAGE = `<!doctype html><meta charset="utf-8"><title>vectors</title>
<script type="importmap">{"imports": {"joint-meeting": "/node_modules/joint-meeting/dist/web.js"}}</script>`;

/** Serves the unpacked package, and what the tests read under `/tests/`. */
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  if (path === "/") return response.setHeader("content-type", "text/html").end(PAGE);
  const file = path.startsWith("/tests/") ? join(tests, path.slice(7)) : join(folder, path);
  if (!existsSync(file)) return response.writeHead(404).end();
  response.setHeader("content-type", TYPES[extname(file)] ?? "text/plain");
  createReadStream(file).pipe(response);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const address = `http://127.0.0.1:${server.address().port}/`;

const names = (path) => readdirSync(join(tests, path)).filter((it) => it.endsWith(".json"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  page.on("pageerror", (it) => console.error(it));
  await page.goto(address);
  const found = await page.evaluate(inPage, {
    vectors: names("vectors"),
    given: names("vectors/given"),
    bundled: readdirSync(join(folder, "node_modules/joint-meeting/charters")),
    own: names("charters"),
  });
  console.log(`${browser.version()}: ${found.vectors} vectors, ${found.entries} entries, ready in ${found.ready} ms`);
  if (found.wrong.length) {
    console.error(JSON.stringify(found.wrong.slice(0, 3), null, 1), `\n${found.wrong.length} differ`);
    process.exitCode = 1;
  }
  const kept = readFileSync(join(tests, "scenarios/nankai-2022.jsonl"), "utf8");
  if (!kept || !found.replays) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}

/** Runs in the page. */
async function inPage({ vectors, given, bundled, own }) {
  const library = await import("joint-meeting");
  const { Runner } = await import("/vectors.js");
  const before = performance.now();
  await library.ready();
  const ready = Math.round(performance.now() - before);
  const text = async (path) => (await fetch(path)).text();
  const read = async (path) => JSON.parse(await text(path));
  const stories = Object.assign({}, ...(await Promise.all(given.map((it) => read(`/tests/vectors/given/${it}`)))));
  const files = {};
  for (const it of own) files[it] = await text(`/tests/charters/${it}`);
  for (const it of bundled) files[it] = await text(`/node_modules/joint-meeting/charters/${it}`);
  const runner = new Runner(library, stories, (name) => files[`${name}.json`]);
  const [wrong, count] = [[], { vectors: 0 }];
  for (const it of vectors) {
    const file = await read(`/tests/vectors/${it}`);
    count.vectors += file.vectors.length;
    wrong.push(...runner.vectors(file));
  }
  const lines = (await text("/tests/scenarios/nankai-2022.jsonl")).trimEnd().split("\n").map((it) => JSON.parse(it));
  const year = runner.play("nankai-dog-2022", lines);
  wrong.push(...year.wrong);
  const { text: journal, head } = year.body.journal();
  const again = library.JointMeeting.replayChecked(runner.charter("nankai-dog-2022"), journal, { head });
  return { wrong, ready, ...count, entries: year.body.count, replays: again.journal().text === journal };
}
