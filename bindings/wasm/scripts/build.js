/**
 * `node scripts/build.js FOLDER`: makes `dist/` out of the two parts of the module and their glue in FOLDER. `cargo xtask wasm` calls it.
 */

import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { tool } from "./run.js";

/** In bytes of gzip: what each part may weigh, with the sentences of both languages in it; and what the first should weigh one day. */
const { budget, goal, papers } = JSON.parse(readFileSync("package.json", "utf8")).config;
/** What Rust's own target has; nothing newer, so that every engine of the last years can load the module. */
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

const [folder] = process.argv.slice(2);
const digest = (...parts) => parts.reduce((all, it) => all.update(it), createHash("sha256")).digest("hex");

/** A part as wasm-opt leaves it. That takes half a minute, and is done once for each. */
function optimised(part) {
  const raw = join(folder, `${part}.wasm`);
  const options = ["-Os", ...FEATURES.map((it) => `--enable-${it}`), "--strip-debug", "--strip-producers"];
  const made = `optimised-${part}-${digest(readFileSync(raw), options.join())}.wasm`;
  if (!existsSync(join(folder, made))) {
    for (const it of readdirSync(folder)) if (it.startsWith(`optimised-${part}-`)) rmSync(join(folder, it));
    tool("wasm-opt", ...options, raw, "-o", join(folder, made));
  }
  return join(folder, made);
}

/** Names the build in the second part and in the JavaScript: what is not compiled together must not meet. */
function named() {
  const built = `built-${digest(readFileSync(join(folder, "main.wasm"))).slice(0, 16)}`;
  appendFileSync("dist/papers.wasm", Buffer.from([0, built.length + 1, built.length, ...Buffer.from(built)]));
  writeFileSync("dist/built.js", `export const built = ${JSON.stringify(built)};\n`);
  writeFileSync("dist/built.d.ts", "export const built: string;\n");
}

/** Says what a part weighs. */
function weighed(file, most, rest = "") {
  const bytes = readFileSync(join("dist", file));
  const [plain, packed] = [bytes.length, gzipSync(bytes, { level: 9 }).length].map((it) => Math.ceil(it / 1000));
  console.log(`${file}: ${plain} kB, ${packed} kB gzip; the budget is ${most / 1000} kB gzip${rest}`);
  if (packed * 1000 <= most) return;
  console.error("over the budget");
  process.exitCode = 1;
}

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
for (const it of ["raw.js", "raw.d.ts"]) cpSync(join(folder, it), join("dist", it));
cpSync(optimised("raw_bg"), "dist/joint_meeting.wasm");
cpSync(optimised("split_papers"), "dist/papers.wasm");
named();
tool("tsc", "--project", ".");
rmSync("charters", { recursive: true, force: true });
cpSync("../../crates/joint-meeting/charters", "charters", { recursive: true });

weighed("joint_meeting.wasm", budget, `, the goal ${goal / 1000}`);
weighed("papers.wasm", papers);
