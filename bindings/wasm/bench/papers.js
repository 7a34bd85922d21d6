/** Times papers of the body after the scenario's year: minutes, and the evidence of the year, made and written as .docx. */

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { Desk, check, write } from "../dist/papers-node.js";
import { Door } from "./doors.js";

const YEAR = new URL("../../../tests/scenarios/nankai-2022.jsonl", import.meta.url);
const MINUTES = { minutes: { minutes: "n6" } };

/** Microseconds. */
function best(what, rounds) {
  const took = Array.from({ length: rounds }, () => {
    const start = performance.now();
    what();
    return performance.now() - start;
  });
  return Math.min(...took) * 1e3;
}

export function rows(rounds) {
  const door = new Door();
  door.performMany(readFileSync(YEAR, "utf8").trim().split("\n").map((it) => JSON.parse(it).submit));
  const desk = new Desk(door.body, { given: { fields: { place: "会议室" } } });
  const pack = () => desk.evidence(2022, "2023-01-15");
  const [minutes, year] = [desk.paper(MINUTES), pack()];
  const { papers } = JSON.parse(readFileSync(new URL("../dist/parts.json", import.meta.url), "utf8"));
  const part = papers.map((it) => gzipSync(readFileSync(new URL(`../dist/${it}`, import.meta.url)), { level: 9 }).length);
  return {
    "minutes made": best(() => desk.paper(MINUTES), 10 * rounds),
    "minutes written as .docx": best(() => write(minutes, "docx"), 10 * rounds),
    "minutes checked": best(() => check(minutes), 10 * rounds),
    "evidence made": best(pack, rounds),
    "evidence written as .docx": best(() => year.map((it) => write(it.paper, "docx")), rounds),
    "part for papers, kB gzip": part.reduce((sum, it) => sum + it) / 1e3,
  };
}
