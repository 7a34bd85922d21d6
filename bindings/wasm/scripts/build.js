/**
 * `node scripts/build.js FOLDER`: makes `dist/` out of the module and its glue in FOLDER. `cargo xtask wasm` calls it.
 */

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { tool } from "./run.js";

/** In bytes of gzip: what the module may weigh, with the sentences of both languages in it; and what it should weigh one day. */
const { budget, goal } = JSON.parse(readFileSync("package.json", "utf8")).config;
/** What Rust's own target has; nothing newer, so that every engine of the last years can load the module. */
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

const [folder] = process.argv.slice(2);

/** The module as wasm-opt leaves it. That takes half a minute, and is done once for each module. */
function optimised() {
  const raw = join(folder, "raw_bg.wasm");
  const options = ["-Os", ...FEATURES.map((it) => `--enable-${it}`)];
  const made = `optimised-${createHash("sha256").update(readFileSync(raw)).update(options.join()).digest("hex")}.wasm`;
  if (!existsSync(join(folder, made))) {
    for (const it of readdirSync(folder)) if (it.startsWith("optimised-")) rmSync(join(folder, it));
    tool("wasm-opt", ...options, raw, "-o", join(folder, made));
  }
  return join(folder, made);
}

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
for (const it of ["raw.js", "raw.d.ts"]) cpSync(join(folder, it), join("dist", it));
cpSync(optimised(), "dist/joint_meeting.wasm");
tool("tsc", "--project", ".");
rmSync("charters", { recursive: true, force: true });
cpSync("../../crates/joint-meeting/charters", "charters", { recursive: true });

const bytes = readFileSync("dist/joint_meeting.wasm");
const [plain, packed] = [bytes.length, gzipSync(bytes, { level: 9 }).length].map((it) => Math.ceil(it / 1000));
console.log(`joint_meeting.wasm: ${plain} kB, ${packed} kB gzip; the budget is ${budget / 1000} kB gzip, the goal ${goal / 1000}`);
if (packed * 1000 > budget) {
  console.error("over the budget");
  process.exitCode = 1;
}
