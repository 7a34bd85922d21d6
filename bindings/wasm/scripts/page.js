/**
 * `node scripts/page.js FOLDER CHROMIUM`: the page of the README, and in it all vectors and scenarios.
 */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { watched, withChromium } from "./chromium.js";
import { served } from "./served.js";

const [folder, executablePath] = process.argv.slice(2);
const tests = process.env.JOINT_MEETING_TESTS;

/** Serves the folder, and what the tests read under `/tests/`. */
const server = await served((path) => (path.startsWith("/tests/") ? join(tests, path.slice(7)) : join(folder, path)));

const names = (path) => readdirSync(join(tests, path)).filter((it) => it.endsWith(".json"));
await withChromium(executablePath, async (browser) => {
  const { page, failures } = await watched(browser);
  await page.goto(`${server.address}page.html`);
  await page.locator("output", { hasText: "nankai-dog-2022" }).waitFor();
  const found = await page.evaluate(inPage, {
    vectors: names("vectors"),
    given: names("vectors/given"),
    bundled: readdirSync(join(folder, "node_modules/joint-meeting/charters")),
    own: names("charters"),
  });
  console.log(`Chromium ${browser.version()}: ${found.vectors} vectors, ready in ${found.ready} ms`);
  assert.deepEqual(found.wrong.slice(0, 3), [], `${found.wrong.length} differ`);
  assert.equal(found.journal, readFileSync(join(folder, "journal.jsonl"), "utf8"), "the journal is that of Node");
  assert.ok(found.replays);
  assert.deepEqual(failures, []);
});
server.close();

/** Runs in the page. */
async function inPage({ vectors, given, bundled, own }) {
  const library = await import("joint-meeting");
  const { Runner } = await import("/vectors.js");
  const before = performance.now();
  await library.ready();
  const ready = Math.round(performance.now() - before);
  const [papers, authoring] = [await import("joint-meeting/papers"), await import("joint-meeting/authoring")];
  await Promise.all([papers.ready(), authoring.ready()]);
  const text = async (path) => (await fetch(path)).text();
  const read = async (path) => JSON.parse(await text(path));
  const stories = Object.assign({}, ...(await Promise.all(given.map((it) => read(`/tests/vectors/given/${it}`)))));
  const files = {};
  for (const it of own) files[it] = await text(`/tests/charters/${it}`);
  for (const it of bundled) files[it] = await text(`/node_modules/joint-meeting/charters/${it}`);
  const runner = new Runner(library, papers, stories, (name) => files[`${name}.json`]);
  const wrong = [];
  let count = 0;
  for (const it of vectors) {
    const file = await read(`/tests/vectors/${it}`);
    count += file.vectors.length;
    wrong.push(...runner.vectors(file));
  }
  const year = runner.year(await text("/tests/scenarios/nankai-2022.jsonl"), await read("/tests/scenarios/nankai-2022.audit.json"));
  wrong.push(...year.wrong);
  const { text: journal, head } = year.body.journal();
  const again = library.JointMeeting.replayChecked(runner.charter("nankai-dog-2022"), journal, { head });
  return { wrong, ready, vectors: count, journal, replays: again.journal().text === journal };
}
