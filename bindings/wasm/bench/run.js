/**
 * Plays the bench's year through the doors and their peers, by turns, and prints the best time of each.
 *
 * `node run.js YEAR [ROUNDS]`, and the same with `--page` for the build for pages, alone; `cargo xtask bench --peers` makes the year and everything else that is needed. Each line printed is
 * a name and a figure: microseconds an act, or what the name says. Whoever does not answer every act of the year as the core did,
 * or counts otherwise, ends the run.
 */

import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { Door, forPages } from "./doors.js";
import * as plain from "./plain.js";
import * as xstate from "./xstate.js";

const [year, rounds = "150"] = process.argv.slice(2).filter((it) => it !== "--page");
const lines = readFileSync(year, "utf8").trim().split("\n").map((it) => JSON.parse(it));
const { counts } = lines.pop();
const acts = lines.map((it) => it.submit);
const texts = acts.map((it) => JSON.stringify(it));

const each = (inputs) => (made) => inputs.map((it) => made.perform(it));
const door = () => new Door();
const ofPages = [{ name: "for pages: one JSON text", make: door, run: each(texts) }];
const ofNode = [
  { name: "plain", make: () => new plain.Body(), run: each(acts) },
  { name: "xstate", make: () => new xstate.Body(), run: each(acts) },
  { name: "one JSON text", make: door, run: each(texts) },
  { name: "one object", make: door, run: each(acts) },
  { name: "a batch of objects", make: door, run: (made) => made.performMany(acts) },
  { name: "a batch of JSON texts", make: door, run: (made) => made.performMany(texts) },
];

function play({ name, make, run }) {
  const made = make();
  const start = performance.now();
  const found = run(made);
  const took = performance.now() - start;
  lines.forEach(({ refused_by: expected }, ix) => {
    if (found[ix] !== expected) throw new Error(`${name}: line ${ix + 1} of the year: ${found[ix]}, expected ${expected}`);
  });
  for (const [what, count] of Object.entries(made.counts())) {
    const [mine, theirs] = [count, counts[what]].map((it) => JSON.stringify(it));
    if (mine !== theirs) throw new Error(`${name}: ${what}: ${mine}, expected ${theirs}`);
  }
  made.free?.();
  return took;
}

const contenders = forPages ? ofPages : ofNode;

const best = (times) => Math.min(...times);
const took = new Map(contenders.map((it) => [it.name, []]));
for (let round = 0; round < Number(rounds); round++) {
  for (const it of contenders) took.get(it.name).push(play(it));
}
for (const [name, times] of took) console.log(`node: ${name}\t${((best(times) * 1e3) / acts.length).toFixed(4)}`);

if (!forPages) {
  const bytes = readFileSync(new URL("../dist/joint_meeting.wasm", import.meta.url));
  const compile = Array.from({ length: 15 }, () => {
    const start = performance.now();
    new WebAssembly.Module(bytes);
    return performance.now() - start;
  });
  console.log(`node: compiling, ms\t${best(compile).toFixed(3)}`);
  console.log(`node: module, kB gzip\t${(gzipSync(bytes, { level: 9 }).length / 1e3).toFixed(1)}`);
  console.log(`node: module, kB brotli\t${(brotliCompressSync(bytes).length / 1e3).toFixed(1)}`);
  const papers = await import("./papers.js");
  for (const [name, figure] of Object.entries(papers.rows(Number(rounds)))) console.log(`node: ${name}\t${figure.toFixed(3)}`);
}
