/**
 * `node scripts/bundled.js FOLDER CHROMIUM`: the example of the README for bundlers, without its parts and with them, built by Vite and from its server,
 * with no setting at all.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { build, createServer, preview } from "vite";

import { watched, withChromium } from "./chromium.js";

const [folder, executablePath] = process.argv.slice(2);
const quiet = { configFile: false, logLevel: "warn" };
const local = { host: "127.0.0.1", port: 0 };

/** The digest of the charter is that of the bytes in the package: a bundler has changed none. */
const [header] = readFileSync(join(folder, "journal.jsonl"), "utf8").split("\n");
const charter = `nankai-dog-2022 ${JSON.parse(header).digest}`;
/** What each page says in the end: that with parts, how a .docx and an .xlsx begin. */
const PAGES = { bundled: charter, "bundled-parts": `${charter} PK PK` };

await withChromium(executablePath, async (browser) => {
  const opens = async (server, expected) => {
    const { page, failures } = await watched(browser);
    await page.goto(server.resolvedUrls.local[0]);
    await page.locator("output", { hasText: expected }).waitFor();
    assert.deepEqual(failures, []);
    await server.close();
  };
  for (const [name, expected] of Object.entries(PAGES)) {
    const root = join(folder, name);
    await build({ ...quiet, root });
    await opens(await preview({ ...quiet, root, preview: local }), expected);
    const server = await createServer({ ...quiet, root, server: local });
    await opens(await server.listen(), expected);
  }
});
console.log("Vite builds and serves a page with the package");
