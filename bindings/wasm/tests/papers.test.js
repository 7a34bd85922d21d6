/** Papers in Node: a second part of the engine, that makes them byte for byte as Rust does. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import * as library from "joint-meeting";

const data = new URL(`file://${process.env.JOINT_MEETING_TESTS}/`);
const text = (path) => readFileSync(new URL(path, data), "utf8");
const installed = fileURLToPath(new URL(".", import.meta.resolve("joint-meeting/package.json")));
const ENDINGS = { docx: "docx", html: "html", text: "txt", markdown: "md", csv: "csv" };

/** The body after its year. */
function year() {
  const charter = library.Charter.fromJson(readFileSync(join(installed, "charters/nankai-dog-2022.json"), "utf8"));
  const body = library.JointMeeting.begin(charter);
  for (const it of text("scenarios/nankai-2022.jsonl").trimEnd().split("\n")) body.tryPerform(JSON.parse(it).submit);
  return body;
}

test("every paper of the year has the bytes it has in Rust", async () => {
  const body = year();
  const before = body.journal().text;
  const held = library.memory();
  const papers = await import("joint-meeting/papers");
  await papers.ready();
  assert.equal(library.memory(), held, "the second part brings no memory of its own");
  const digests = [];
  for (const language of ["zh", "en"]) {
    const office = { language, given: { fields: { place: "区级联席会议办公室会议室" } } };
    const all = new papers.Desk(body, office).evidence(2022, "2023-01-15");
    for (const { name, as_of, wanted, given } of JSON.parse(text("papers/wanted.json"))) {
      const own = { ...office, given: { ...given, fields: { ...given?.fields, ...office.given.fields } } };
      all.push({ name, paper: new papers.Desk(body.asOf(as_of), own).paper(wanted) });
    }
    for (const { name, paper } of all) {
      for (const [format, ending] of Object.entries(ENDINGS)) {
        try {
          const bytes = papers.write(paper, format);
          digests.push(`${createHash("sha256").update(bytes).digest("hex").slice(0, 16)} ${language}/${name}.${ending}\n`);
        } catch (why) {
          assert.ok(why instanceof papers.NoPaper && why.why.type === "no_table", why);
        }
      }
    }
  }
  assert.equal(digests.join(""), text("papers/digests.txt"));
  assert.equal(body.journal().text, before);
});

test("what is wrong is said by the same errors", async () => {
  const papers = await import("joint-meeting/papers");
  const desk = new papers.Desk(year());
  assert.throws(() => desk.paper({ minutes: { minutes: "n99" } }), { name: "NoPaper", why: { type: "unknown", kind: "minutes", name: "n99" } });
  assert.throws(() => desk.paper({ minutes: {} }), { name: "Malformed", path: "paper.wanted.minutes" });
  assert.throws(() => papers.write("{}", "docx"), { name: "Malformed" });
  assert.throws(() => papers.write(desk.paper({ register: { on: "2022-06-30" } }), "pdf"), { name: "Malformed", path: "format" });
});

test("each case of the checks is found, and its near miss is not", async () => {
  const papers = await import("joint-meeting/papers");
  const { papers: made, cases } = JSON.parse(text("checks.json"));
  const isFound = (of, row, { with: other = {}, known = {}, verdict, found = [] }) => {
    const paper = Object.fromEntries(Object.entries({ ...made[of], ...other }).filter(([, it]) => it !== null));
    const finding = papers.check(paper, known).findings.find((it) => it.row.id === row);
    assert.deepEqual({ verdict: finding.verdict, found: finding.found }, { verdict, found }, `${row} ${JSON.stringify(other)}`);
  };
  for (const { of, row, near, ...it } of cases) {
    isFound(of, row, it);
    isFound(of, row, near);
  }
});

test("bad input about papers is named by its place", async () => {
  const papers = await import("joint-meeting/papers");
  const body = year();
  const sheet = { name: "agenda", lang: "zh-CN", layout: "sheet", title: "x", blocks: [], made_from: { count: 1, digest: "00" } };
  const register = { register: { on: "2022-06-30" } };
  const doors = {
    papers: (it) => new papers.Desk(body).ask(it),
    office: (it) => new papers.Desk(body, it).paper(register),
    words: (it) => new papers.Desk(body, `{"words": ${it}}`).paper(register),
    paper: (it) => papers.write(it, "docx"),
    known: (it) => papers.check(sheet, it),
  };
  for (const { name, door, input = "", of, change = [], then } of JSON.parse(text("papers/malformed.json"))) {
    const put = change.reduce((old, [from, to]) => old.replace(from, () => to), of ? text(of) : input);
    assert.throws(() => doors[door](put), { name: "Malformed", path: then.path }, name);
  }
});

/** The package in a folder of its own, with something else in its second part. */
async function changed(change) {
  const folder = mkdtempSync(join(tmpdir(), "joint-meeting-"));
  cpSync(installed, folder, { recursive: true });
  const path = join(folder, "dist", "papers.node.wasm");
  writeFileSync(path, change(readFileSync(path)));
  const entry = (name) => import(pathToFileURL(join(folder, "dist", name)).href);
  return { engine: await entry("node.js"), entry };
}

test("a second part of another build is not taken", async () => {
  const { engine, entry } = await changed((bytes) => bytes.with(bytes.length - 1, bytes.at(-1) ^ 1));
  await assert.rejects(entry("papers-node.js"), /another build/);
  assert.ok(engine.Charter.outline("第一条 总则"));
});
