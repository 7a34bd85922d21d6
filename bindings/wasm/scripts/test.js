/**
 * `node scripts/test.js FOLDER`: packs the package, unpacks it into FOLDER as an install would, and tests what came out:
 * in Node, in a page, by publint and by attw. `cargo xtask test` calls it.
 */

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(process.argv[2]);
const installed = join(folder, "node_modules", "joint-meeting");
const run = (program, args, options = {}) => execFileSync(program, args, { stdio: "inherit", ...options });
const tool = (name, ...args) => run(join("node_modules", ".bin", name), args);

rmSync(folder, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });
run("npm", ["pack", "--silent", "--pack-destination", folder]);
const packed = join(folder, readdirSync(folder).find((it) => it.endsWith(".tgz")));
run("tar", ["-xzf", packed, "-C", installed, "--strip-components=1"]);
cpSync("tests", folder, { recursive: true });
writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');

tool("publint", packed);
tool("attw", packed, "--profile", "esm-only", "--exclude-entrypoints", "./wasm");
run("node_modules/.bin/tsc", ["--project", join(folder, "tsconfig.json"), "--typeRoots", resolve("node_modules/@types")]);
const [, example] = /```js\n(.*?)```/s.exec(readFileSync("README.md", "utf8"));
writeFileSync(join(folder, "readme.js"), example);
run("node", ["readme.js"], { cwd: folder });
const env = { ...process.env, JOINT_MEETING_TESTS: resolve("../../tests") };
run("node", ["--test", "--test-reporter=spec", "node.test.js", "trap.test.js"], { cwd: folder, env });

const chromium = ["chromium", "chromium-browser", "google-chrome"]
  .flatMap((it) => process.env.PATH.split(":").map((path) => join(path, it)))
  .find((it) => existsSync(it));
if (chromium) {
  run("node", ["scripts/page.js", folder, chromium], { env });
  run("node", ["scripts/example.js", folder, chromium], { env });
} else {
  console.log("skipped: the page, because there is no chromium");
}
