/**
 * `node scripts/bundled.js FOLDER CHROMIUM`: the example of the README for bundlers, built by Vite and from its server,
 * with no setting at all.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { build, createServer, preview } from "vite";

import { watched, withChromium } from "./chromium.js";

const [folder, executablePath] = process.argv.slice(2);
const quiet = { root: join(folder, "bundled"), configFile: false, logLevel: "warn" };
const local = { host: "127.0.0.1", port: 0 };

/** The digest of the charter is that of the bytes in the package: a bundler has changed none. */
const [header] = readFileSync(join(folder, "journal.jsonl"), "utf8").split("\n");
const expected = `nankai-dog-2022 ${JSON.parse(header).digest}`;

await withChromium(executablePath, async (browser) => {
  const opens = async (server) => {
    const { page, failures } = await watched(browser);
    await page.goto(server.resolvedUrls.local[0]);
    await page.locator("output", { hasText: "nankai-dog-2022" }).waitFor();
    assert.equal(await page.locator("output").innerText(), expected);
    assert.deepEqual(failures, []);
    await server.close();
  };
  await build(quiet);
  await opens(await preview({ ...quiet, preview: local }));
  const server = await createServer({ ...quiet, server: local });
  await opens(await server.listen());
});
console.log("Vite builds and serves a page with the package");
