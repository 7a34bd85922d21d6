/**
 * `node scripts/build.js PAGE NODE`: makes `dist/` out of two builds of the module, a small one for pages and one that is quick for Node.
 * In each folder are the two parts of a build and the glue around the first, which is the same for both. `cargo xtask wasm` calls it.
 */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { transform } from "esbuild";

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

/** The charters as files, as modules of their text, and by their names. */
function charters() {
  rmSync("charters", { recursive: true, force: true });
  cpSync("../../crates/joint-meeting/charters", "charters", { recursive: true });
  const files = readdirSync("charters").sort();
  for (const it of files) {
    const text = readFileSync(join("charters", it), "utf8");
    writeFileSync(join("charters", it.replace(".json", ".js")), `export default ${JSON.stringify(text)};\n`);
  }
  const isBodys = (it) => !JSON.parse(readFileSync(join("charters", it), "utf8")).general;
  const names = files.filter(isBodys).map((it) => it.replace(".json", ""));
  const of = (it) => `  ${JSON.stringify(it)}: () => import("../charters/${it}.js"),\n`;
  writeFileSync("dist/bundled.js", `export const bundled = {\n${names.map(of).join("")}};\n`);
  writeFileSync("dist/bundled.d.ts", "export const bundled: Record<string, () => Promise<{ default: string }>>;\n");
  writeFileSync("dist/charter-text.d.ts", "/** The file of a charter, as written. */\ndeclare const text: string;\nexport default text;\n");
}

/** A part of the module as text in a module of its own, for what cannot read files beside itself. */
function packed(file, name, part) {
  const text = brotliCompressSync(readFileSync(join("dist", `${part}.wasm`))).toString("base64");
  const unpacked = 'import { brotliDecompressSync } from "node:zlib";\n\nexport const unpacked = (text) => brotliDecompressSync(Buffer.from(text, "base64"));\n';
  writeFileSync(join("dist", `${file}.js`), `${name === "main" ? unpacked : ""}export const ${name} =\n  ${JSON.stringify(text)};\n`);
  const types = "export function unpacked(text: string): Uint8Array<ArrayBuffer>;\n";
  writeFileSync(join("dist", `${file}.d.ts`), `${name === "main" ? types : ""}export const ${name}: string;\n`);
}

/** The same for `require`, module by module, so that there is one engine; and the types of it. */
async function commonJs() {
  const address = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';
  // Tests that put a page's names in the place of Node's do not put these.
  const texts = 'const { TextDecoder, TextEncoder } = globalThis.TextEncoder ? globalThis : require("node:util");';
  const isPacked = (it) => it.includes("packed");
  for (const it of readdirSync("dist").filter((it) => it.endsWith(".js") && !isPacked(it))) {
    const { code } = await transform(readFileSync(join("dist", it), "utf8"), {
      format: "cjs",
      platform: "node",
      target: "node20",
      define: { "import.meta.url": "importMetaUrl" },
      supported: { "dynamic-import": true },
    });
    const text = code.replaceAll(/require\("\.\/([\w-]+)\.js"\)/g, 'require("./$1.cjs")');
    const needed = [text.includes("importMetaUrl") && address, /new Text(En|De)coder/.test(text) && texts];
    writeFileSync(join("dist", it.replace(/js$/, "cjs")), [...needed.filter(Boolean), text].join("\n"));
  }
  for (const it of readdirSync("dist").filter((it) => it.endsWith(".d.ts") && !isPacked(it))) {
    const whole = readFileSync(join("dist", it), "utf8");
    // Whoever compiles for an older library need not know what disposes.
    const own = whole.includes("[Symbol.dispose]") ? `/// <reference lib="esnext.disposable" />\n${whole}` : whole;
    writeFileSync(join("dist", it), own);
    const text = own.replaceAll(/from "\.\/([\w-]+)\.js"/g, 'from "./$1.cjs"');
    // Types are data: one copy is enough.
    const types = text.replaceAll(/from "(\.\.\/types\/[\w-]+)\.js"/g, 'from "$1.js" with { "resolution-mode": "import" }');
    writeFileSync(join("dist", it.replace(/ts$/, "cts")), types);
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
charters();
packed("packed-text", "main", "joint_meeting");
packed("papers-packed-text", "papers", "papers");
tool("tsc", "--project", ".");
await commonJs();
for (const it of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(join("../..", it), it);

for (const it of Object.keys(weights)) weighed(it);
