/**
 * `node scripts/store.js FOLDER CHROMIUM`: the store of a browser keeps the contract of all stores, and two pages write to it at once.
 *
 * It leaves `stored.jsonl` in FOLDER: the journal that the pages have written together.
 */

import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { watched, withChromium } from "./chromium.js";
import { served } from "./served.js";

const [folder, executablePath] = process.argv.slice(2);
const tests = process.env.JOINT_MEETING_TESTS;
const COUNT = 10;

/** Serves the folder, and what the tests read under `/tests/`. */
const server = await served((path) => (path.startsWith("/tests/") ? join(tests, path.slice(7)) : join(folder, path)));
const address = `${server.address}store.html`;
const modules = { "joint-meeting": "web.js", "joint-meeting/store": "store.js" };
const imports = Object.fromEntries(Object.entries(modules).map(([it, file]) => [it, `./node_modules/joint-meeting/dist/${file}`]));
writeFileSync(join(folder, "store.html"), `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>\n`);
const files = readdirSync(join(tests, "store")).filter((it) => it.endsWith(".json")).sort();
const cases = files.flatMap((it) => JSON.parse(readFileSync(join(tests, "store", it), "utf8")));

/** Runs in a page: what the work is given. */
async function given() {
  const [library, store, work] = [await import("joint-meeting"), await import("joint-meeting/store"), await import("/stores.js")];
  await library.ready();
  const read = async (path) => {
    const found = await fetch(path);
    return found.ok ? found.text() : undefined;
  };
  const charter = (name) => (/^[\w-]+$/.test(name) ? read(`/node_modules/joint-meeting/charters/${name}.json`) : undefined);
  globalThis.given = { library, store, work, charter, text: (name) => read(`/tests/${name}`) };
}

await withChromium(executablePath, async (browser) => {
  const context = await browser.newContext();
  const pages = [];
  for (let it = 0; it < 2; it++) {
    const { page, failures } = await watched(context);
    await page.goto(address);
    await page.evaluate(given);
    pages.push({ page, failures });
  }
  const [one] = pages.map((it) => it.page);
  const wrong = await one.evaluate((cases) => globalThis.given.work.runCases(cases, globalThis.given), cases);
  assert.deepEqual(wrong, []);

  const founding = cases[0].steps.find((it) => it.do === "submit").with;
  await one.evaluate(async (founding) => {
    const { store, charter } = globalThis.given;
    const its = await store.open("raced");
    await its.create("dogs", { json: await charter("nankai-dog-2022") });
    await (await its.open("dogs")).perform(founding);
    its.close();
  }, founding);
  const removed = await one.evaluate((it) => globalThis.given.work.removal(globalThis.given, "removed", it), founding);
  assert.deepEqual(removed, {
    stale: "conflict", kept: true, removed: "done", again: "unknown", opened: "unknown", held: "unknown", names: ["cats"], unknown: "unknown", anew: 0, reader: "read_only",
  });
  const races = pages.map(({ page }, ix) =>
    page.evaluate(([own, count]) => globalThis.given.work.race(globalThis.given, "raced", own, count), [`page${ix}`, COUNT]),
  );
  const said = await Promise.all(races);
  const sum = (what) => said.reduce((all, it) => all + it[what], 0);
  assert.deepEqual([sum("mine"), sum("shared")], [2 * COUNT, COUNT], "what both try is entered once, what one tries as well");
  const { journal, count } = await one.evaluate(async () => {
    const its = await globalThis.given.store.open("raced");
    const { head, breaches } = await its.verify("dogs");
    if (breaches.length) throw new Error("a breach");
    return { journal: (await its.export("dogs")).journal, count: head.count };
  });
  assert.equal(count, 1 + 3 * COUNT);
  writeFileSync(join(folder, "stored.jsonl"), journal);
  for (const { failures } of pages) assert.deepEqual(failures, []);
  console.log(`IndexedDB: ${cases.length} cases; two pages entered ${count} entries, ${sum("conflicts")} times another was first`);
});
server.close();
