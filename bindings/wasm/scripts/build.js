/**
 * `node scripts/build.js PAGE NODE`: makes `dist/` out of two builds of the module, a small one for pages and one that is quick for Node.
 * In each folder are the two parts of a build and the glue around the first, which is the same for both. `cargo xtask wasm` calls it.
 */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { tool } from "./run.js";

/** What each part for pages may weigh, with the sentences of both languages in it, and what it should weigh one day: in kB of gzip and of brotli. */
const { weights } = JSON.parse(readFileSync("package.json", "utf8")).config;
/** What Rust's own target has; nothing newer, so that every engine of the last years can load the module. */
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

const [page, quick] = process.argv.slice(2);
const digest = (...parts) => parts.reduce((all, it) => all.update(it), createHash("sha256")).digest("hex");

/** A part as wasm-opt leaves it. That takes half a minute, and is done once for each. */
function optimised(part) {
  const raw = join(page, `${part}.wasm`);
  const options = ["-Os", ...FEATURES.map((it) => `--enable-${it}`), "--strip-debug", "--strip-producers"];
  const made = `optimised-${part}-${digest(readFileSync(raw), options.join())}.wasm`;
  if (!existsSync(join(page, made))) {
    for (const it of readdirSync(page)) if (it.startsWith(`optimised-${part}-`)) rmSync(join(page, it));
    tool("wasm-opt", ...options, raw, "-o", join(page, made));
  }
  return join(page, made);
}

/** Names a build in its second part; the JavaScript has the name as well: what is not compiled together must not meet. */
function named(folder, part) {
  const built = `built-${digest(readFileSync(join(folder, "main.wasm"))).slice(0, 16)}`;
  appendFileSync(join("dist", part), Buffer.from([0, built.length + 1, built.length, ...Buffer.from(built)]));
  return built;
}

/** How servers pack what they send. */
const PACKED = { gzip: (it) => gzipSync(it, { level: 9 }), brotli: brotliCompressSync };

/** Says what a part weighs, and fails if that is too much. */
function weighed(part) {
  const bytes = readFileSync(join("dist", `${part}.wasm`));
  const kB = (it) => Math.ceil(it.length / 1000);
  console.log(`${part}.wasm: ${kB(bytes)} kB`);
  for (const [how, { most, goal }] of Object.entries(weights[part])) {
    const found = kB(PACKED[how](bytes));
    console.log(`  ${found} kB by ${how}; at most ${most}, the goal is ${goal}`);
    if (found <= most) continue;
    console.error("  over the budget");
    process.exitCode = 1;
  }
}

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
for (const it of ["raw.js", "raw.d.ts"]) {
  cpSync(join(page, it), join("dist", it));
  assert.deepEqual(readFileSync(join(quick, it)), readFileSync(join(page, it)), "both builds have one glue");
}
cpSync(optimised("raw_bg"), "dist/joint_meeting.wasm");
cpSync(optimised("split_papers"), "dist/papers.wasm");
// What runs it compiles it anew: optimised further, it is no quicker in Node.
cpSync(join(quick, "raw_bg.wasm"), "dist/joint_meeting.node.wasm");
cpSync(join(quick, "split_papers.wasm"), "dist/papers.node.wasm");
const built = { page: named(page, "papers.wasm"), node: named(quick, "papers.node.wasm") };
writeFileSync("dist/built.js", `export const built = ${JSON.stringify(built)};\n`);
writeFileSync("dist/built.d.ts", "export const built: { page: string; node: string };\n");
tool("tsc", "--project", ".");
rmSync("charters", { recursive: true, force: true });
cpSync("../../crates/joint-meeting/charters", "charters", { recursive: true });

for (const it of Object.keys(weights)) weighed(it);
