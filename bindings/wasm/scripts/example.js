/**
 * `node scripts/example.js FOLDER CHROMIUM`: builds the example page against the package, opens the one file it gives from
 * the folder, and uses it as a secretary would, in both languages and under the eyes of axe; then from Vite's server.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import axe from "axe-core";
import { build, createServer } from "vite";

import { watched, withChromium } from "./chromium.js";

const [folder, executablePath] = process.argv.slice(2);
const example = join(folder, "example");
const journal = join(folder, "journal.jsonl");
const quiet = { root: example, configFile: join(example, "vite.config.js"), logLevel: "warn" };

async function accessible(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map((it) => [it.id, it.nodes.map((node) => node.html)]), []);
}

async function use(browser, address) {
  const { page, failures } = await watched(browser, { viewport: { width: 1100, height: 900 } });
  await page.goto(address);
  await accessible(page);
  await page.getByLabel("打开台账").setInputFiles(journal);
  await page.locator("#who td", { hasText: "局" }).first().waitFor();
  assert.ok((await page.locator("#next tr").count()) > 1, "duties");
  assert.ok((await page.locator("#sheet td").count()) > 1, "a countersign sheet");
  assert.ok((await page.locator("#acts button:not([aria-disabled])").count()) > 0, "open acts");
  const blocked = page.locator('#acts button[aria-disabled="true"]').first();
  const why = page.locator("#acts .why").first();
  await blocked.hover();
  assert.ok(await why.isVisible(), "the reason, on hover");
  assert.ok((await why.innerText()).length > 10);
  await accessible(page);
  await page.mouse.move(0, 0);
  assert.ok(await why.isHidden(), "no reason when it points elsewhere");
  await blocked.focus();
  assert.ok(await why.isVisible(), "the reason, on focus");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Who is who" }).waitFor();
  await accessible(page);
  await page.getByLabel("Open a journal").setInputFiles({ name: "x.jsonl", mimeType: "", buffer: Buffer.from("{}\n") });
  await page.locator('[role="alert"]', { hasText: "line 1" }).waitFor();
  assert.deepEqual(failures, []);
  await page.close();
}

await withChromium(executablePath, async (browser) => {
  await build(quiet);
  await use(browser, pathToFileURL(join(example, "dist", "index.html")).href);
  const server = await createServer({ ...quiet, server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  await use(browser, server.resolvedUrls.local[0]);
  await server.close();
});
console.log("the example page works from its built file and from Vite's server, and axe finds nothing");
