/**
 * `node scripts/test.js FOLDER`: packs the package, unpacks it into FOLDER as an install would, and tests what came out:
 * by publint and attw, under `tsc --strict`, in Node, in a page, built by Vite. `cargo xtask test` calls it.
 *
 * It leaves `journal.jsonl` in FOLDER: the journal of the scenario as it is written here.
 */

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');

/** The examples of the README: for Node, for a page without tools, and for a bundler. */
const [alone, page, bundled, papers, tables] = [...readFileSync("README.md", "utf8").matchAll(/```(?:js|html)\n(.*?)```/gs)].map(([, it]) => it);
writeFileSync(join(folder, "readme.js"), alone);
writeFileSync(join(folder, "readme-papers.js"), papers);
writeFileSync(join(folder, "readme-tables.js"), tables);
writeFileSync(join(folder, "page.html"), page);
/** The same, and papers and tables when they are wanted. */
const withParts = `${bundled}
const { Desk, ready: papers, write } = await import("joint-meeting/papers");
const { ready: tables, template } = await import("joint-meeting/tables");
await Promise.all([papers(), tables()]);
const { JointMeeting } = await import("joint-meeting");
const paper = new Desk(JointMeeting.begin(charter)).paper({ register: { on: "2022-06-30" } });
const files = [write(paper, "docx"), template(charter)];
document.querySelector("output").textContent += files.map((it) => " " + new TextDecoder().decode(it.slice(0, 2))).join("");
`;
for (const [name, text] of Object.entries({ bundled, "bundled-parts": withParts })) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "main.js"), text);
  writeFileSync(
    join(folder, name, "index.html"),
    '<!doctype html><title>bundled</title><output></output><script type="module" src="./main.js"></script>\n',
  );
}

tool("publint", packed, "--strict");
tool("attw", packed, "--profile", "strict", "--exclude-entrypoints", "./wasm", "./parts.json", "./terms.json", "./labels.json", "--format", "ascii", "--quiet");
tool("tsc", "--project", folder, "--typeRoots", resolve("node_modules/@types"));
for (const it of ["readme.js", "readme-papers.js", "readme-tables.js"]) node([it], folder);
const nodeTests = ["node", "papers", "tables", "record", "arguments", "trap"].map((it) => `${it}.test.js`);
node(["--test", "--test-reporter=dot", ...nodeTests], folder);

const chromium = whereIsChromium();
if (chromium) for (const it of ["page", "store", "bundled"]) node([`scripts/${it}.js`, folder, chromium]);
else console.log("skipped: everything in a browser; there is no Chromium");
