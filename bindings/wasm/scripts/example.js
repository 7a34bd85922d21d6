/**
 * `node scripts/example.js FOLDER CHROMIUM`: builds the example page against the package as it was unpacked into FOLDER,
 * opens the one file it gives from the folder, and uses it as a secretary would; then the same page from Vite's server.
 */

import assert from "node:assert/strict";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";
import { build, createServer } from "vite";

const folder = resolve(process.argv[2]);
const executablePath = process.argv[3];
const example = join(folder, "example");
cpSync("example", example, { recursive: true });
for (const it of ["lit", "lit-html", "lit-element", "@lit", "vite"]) {
  symlinkSync(resolve("node_modules", it), join(folder, "node_modules", it));
}

/** The journal of the scenario's year. */
const { Charter, JointMeeting } = await import(pathToFileURL(join(folder, "node_modules/joint-meeting/dist/node.js")).href);
const charter = Charter.fromJson(readFileSync("charters/nankai-dog-2022.json", "utf8"));
const body = JointMeeting.begin(charter);
const lines = readFileSync(join(process.env.JOINT_MEETING_TESTS, "scenarios/nankai-2022.jsonl"), "utf8").trimEnd();
for (const it of lines.split("\n")) body.tryPerform(JSON.parse(it).submit);
const journal = join(folder, "journal.jsonl");
writeFileSync(journal, body.journal().text);

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
async function use(address, picture) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  const failures = [];
  page.on("pageerror", (it) => failures.push(it));
  await page.goto(address);
  await page.getByLabel("打开台账").setInputFiles(journal);
  await page.locator("#who td", { hasText: "局" }).first().waitFor();
  assert.ok((await page.locator("#next tr").count()) > 1, "duties");
  assert.ok((await page.locator("#sheet td").count()) > 1, "a countersign sheet");
  const blocked = page.locator('#acts button[aria-disabled="true"]');
  assert.ok((await page.locator("#acts button:not([aria-disabled])").count()) > 0, "open acts");
  await blocked.first().hover();
  const why = page.locator("#acts .why").first();
  assert.ok(await why.isVisible(), "the reason, on hover");
  assert.ok((await why.innerText()).length > 10);
  await page.mouse.move(0, 0);
  await blocked.first().focus();
  assert.ok(await why.isVisible(), "the reason, on focus");
  if (picture) await page.screenshot({ path: picture, fullPage: true });
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Who is who" }).waitFor();
  await page.getByLabel("Open a journal").setInputFiles({ name: "x.jsonl", mimeType: "", buffer: Buffer.from("{}\n") });
  await page.locator('[role="alert"]', { hasText: "line 1" }).waitFor();
  assert.deepEqual(failures, []);
  await page.close();
}
const quiet = { root: example, configFile: join(example, "vite.config.js"), logLevel: "warn" };
try {
  await build(quiet);
  await use(pathToFileURL(join(example, "dist", "index.html")).href, join(folder, "example.png"));
  const server = await createServer({ ...quiet, server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  await use(server.resolvedUrls.local[0]);
  await server.close();
  console.log("the example page works from its built file and from Vite's server");
} finally {
  await browser.close();
}
