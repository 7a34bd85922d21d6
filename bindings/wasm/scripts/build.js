/**
 * `node scripts/build.js PAGE NODE`: makes `dist/` out of two builds of the module, a small one for pages and one that is quick for Node.
 * In each folder are the files of a build, a list of those that each part needs besides the first, and the glue around the first, which is
 * the same for both. `cargo xtask wasm` calls it.
 */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
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

/** The names of the parts that are loaded when they are wanted, each with its files besides the first. */
function partsOf(folder) {
  const lines = readFileSync(join(folder, "parts.txt"), "utf8").trimEnd().split("\n");
  return Object.fromEntries(lines.map((it) => it.split(" ")).map(([part, ...files]) => [part, files]));
}

/** A file as wasm-opt leaves it. That takes half a minute, and is done once for each. */
function optimised(file) {
  const raw = join(page, `${file}.wasm`);
  const options = ["-Os", ...FEATURES.map((it) => `--enable-${it}`), "--strip-debug", "--strip-producers"];
  const made = `optimised-${file}-${digest(readFileSync(raw), options.join())}.wasm`;
  if (!existsSync(join(page, made))) {
    for (const it of readdirSync(page)) if (it.startsWith(`optimised-${file}-`)) rmSync(join(page, it));
    tool("wasm-opt", ...options, raw, "-o", join(page, made));
  }
  return join(page, made);
}

/** The files of a build, put beside the first; each bears the name of the build, and so does the JavaScript: what is not compiled together must not meet. */
function placed(folder, ending, made) {
  const name = `built-${digest(readFileSync(join(folder, "main.wasm"))).slice(0, 16)}`;
  const mark = Buffer.from([0, name.length + 1, name.length, ...Buffer.from(name)]);
  const parts = partsOf(folder);
  cpSync(made("raw_bg"), `dist/joint_meeting${ending}`);
  for (const it of new Set(Object.values(parts).flat())) {
    cpSync(made(it), `dist/${it}${ending}`);
    appendFileSync(`dist/${it}${ending}`, mark);
  }
  const files = Object.entries(parts).map(([part, all]) => [part, all.map((it) => `${it}${ending}`)]);
  return { name, parts: Object.fromEntries(files) };
}

/** How servers pack what they send. */
const PACKED = { gzip: (it) => gzipSync(it, { level: 9 }), brotli: brotliCompressSync };

/** Says what a part weighs, file by file, and fails if that is too much. */
function weighed(part, files) {
  const kB = (it) => Math.ceil(it / 1000);
  const all = files.map((it) => readFileSync(join("dist", it)));
  const by = Object.entries(PACKED).map(([how, pack]) => [how, all.map((it) => pack(it).length)]);
  files.forEach((it, ix) => console.log(`${it}: ${kB(all[ix].length)} kB, ${by.map(([how, weights]) => `${kB(weights[ix])} by ${how}`).join(", ")}`));
  for (const [how, each] of by) {
    const { most, goal } = weights[part][how];
    const found = kB(each.reduce((sum, it) => sum + it));
    console.log(`  ${part}: ${found} kB by ${how}; at most ${most}, the goal is ${goal}`);
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

/** A file of the module as text in a module of its own, for what cannot read files beside itself. */
function packed(file) {
  const text = brotliCompressSync(readFileSync(join("dist", file))).toString("base64");
  const name = `packed-${file.replace(".wasm", "")}`;
  writeFileSync(`dist/${name}.js`, `export const text =\n  ${JSON.stringify(text)};\n`);
  writeFileSync(`dist/${name}.d.ts`, "export const text: string;\n");
  return name;
}

/** Whether a file is worth a request. Smaller ones a bundler would make an address of its own of, which a page's policy may forbid. */
const isFetched = (file) => statSync(join("dist", file)).size > 4096;

/** The files of a part as texts, by their names. */
function texts(part, files) {
  const imports = files.map((it, ix) => `import { text as text${ix} } from "./${packed(it)}.js";\n`);
  const named = files.map((it, ix) => `${JSON.stringify(it)}: text${ix}`);
  writeFileSync(`dist/packed-${part}-texts.js`, `${imports.join("")}\nexport const texts = { ${named.join(", ")} };\n`);
  writeFileSync(`dist/packed-${part}-texts.d.ts`, "export const texts: Record<string, string>;\n");
}

/** The entries of a part for pages, for Node, and for servers that a bundler packs: its face, and how its files are loaded. */
function entries(part, files) {
  const entry = (how, lines, args, ready) => {
    const face = `export * from "./${part}.js";\n`;
    writeFileSync(`dist/${part}-${how}.js`, [`import { part } from "./parts-${how}.js";`, ...lines, face, `export const ready = part(${args});\n`].join("\n"));
    writeFileSync(`dist/${part}-${how}.d.ts`, `${ready.import ?? ""}${face}${ready.says}`);
  };
  const nothing = { says: "/** Nothing to wait for here; so that the same code runs in a page. */\nexport function ready(): Promise<void>;\n" };
  // A bundler knows a file by its address, if that is written like this.
  const address = (it) => `() => new URL("./${it}", import.meta.url).href`;
  const inText = (it) => JSON.stringify(readFileSync(join("dist", it)).toString("base64"));
  const addresses = files.map((it) => `  ${JSON.stringify(it)}: ${isFetched(it) ? address(it) : inText(it)},\n`);
  entry("web", [], `${JSON.stringify(part)}, {\n${addresses.join("")}}`, {
    import: 'import type { Sources } from "./parts-web.js";\n\nexport type { Source, Sources } from "./parts-web.js";\n',
    says: `/**\n * Fetches the files of the part, each once, and the engine if nobody has yet. A bundler that copies no \`.wasm\` says where each file is, or\n * hands over its bytes; the engine's go to its own \`ready\`, before.\n */\nexport function ready(sources?: Sources): Promise<void>;\n`,
  });
  entry("node", [], JSON.stringify(part), nothing);
  entry("packed", [`import { texts } from "./packed-${part}-texts.js";`], `${JSON.stringify(part)}, texts`, nothing);
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
// What runs Node's compiles it anew: optimised further, it is no quicker there.
const built = { page: placed(page, ".wasm", optimised), node: placed(quick, ".node.wasm", (it) => join(quick, `${it}.wasm`)) };
writeFileSync("dist/built.js", `export const built = ${JSON.stringify(built)};\n`);
const list = (parts) => `{ ${Object.keys(parts).map((it) => `${it}: readonly string[]`).join("; ")} }`;
writeFileSync("dist/built.d.ts", `type Build = { name: string; parts: ${list(built.page.parts)} };\nexport const built: { page: Build; node: Build };\n`);
const fetched = Object.entries(built.page.parts).map(([part, files]) => [part, files.filter(isFetched)]);
writeFileSync("dist/parts.json", `${JSON.stringify(Object.fromEntries(fetched), undefined, 2)}\n`);
charters();
packed("joint_meeting.wasm");
for (const [part, files] of Object.entries(built.page.parts)) texts(part, files);
tool("tsc", "--project", ".");
for (const [part, files] of Object.entries(built.page.parts)) entries(part, files);
await commonJs();
for (const it of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(join("../..", it), it);

const parts = { joint_meeting: ["joint_meeting.wasm"], ...built.page.parts };
assert.deepEqual(Object.keys(parts).sort(), Object.keys(weights).sort(), "every part has a bound");
for (const [part, files] of Object.entries(parts)) weighed(part, files);
