/**
 * `node scripts/test.js FOLDER`: packs the package, unpacks it into FOLDER as an install would, and tests what came out:
 * by publint and attw, under `tsc --strict`, in Node, in a page, built by Vite. `cargo xtask test` calls it.
 *
 * It leaves `journal.jsonl` in FOLDER: the journal of the scenario as it is written here.
 */

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { whereIsChromium } from "./chromium.js";
import { run, tool } from "./run.js";

const folder = resolve(process.argv[2]);
const modules = join(folder, "node_modules");
const installed = join(modules, "joint-meeting");
const env = { ...process.env, JOINT_MEETING_TESTS: resolve("../../tests") };
const node = (args, cwd) => run("node", args, { env, cwd });

rmSync(folder, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });
run("npm", ["pack", "--silent", "--pack-destination", folder]);
const packed = join(folder, readdirSync(folder).find((it) => it.endsWith(".tgz")));
run("tar", ["-xzf", packed, "-C", installed, "--strip-components=1"]);
cpSync("tests", folder, { recursive: true });
cpSync("example", join(folder, "example"), { recursive: true });
for (const it of ["lit", "lit-html", "lit-element", "@lit", "vite"]) symlinkSync(resolve("node_modules", it), join(modules, it));
writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');

/** The examples of the README: for Node, for a page without tools, and for a bundler. */
const [alone, page, bundled] = [...readFileSync("README.md", "utf8").matchAll(/```(?:js|html)\n(.*?)```/gs)].map(([, it]) => it);
mkdirSync(join(folder, "bundled"));
writeFileSync(join(folder, "readme.js"), alone);
writeFileSync(join(folder, "page.html"), page);
writeFileSync(join(folder, "bundled", "main.js"), bundled);
writeFileSync(
  join(folder, "bundled", "index.html"),
  '<!doctype html><title>bundled</title><output></output><script type="module" src="./main.js"></script>\n',
);

tool("publint", packed, "--strict");
tool("attw", packed, "--profile", "esm-only", "--exclude-entrypoints", "./wasm", "--format", "ascii", "--quiet");
for (const it of [".", "example"]) tool("tsc", "--project", join(folder, it), "--typeRoots", resolve("node_modules/@types"));
node(["readme.js"], folder);
node(["--test", "--test-reporter=dot", "node.test.js", "trap.test.js"], folder);

const chromium = whereIsChromium();
if (chromium) for (const it of ["page", "bundled", "example"]) node([`scripts/${it}.js`, folder, chromium]);
else console.log("skipped: everything in a browser; there is no Chromium");
