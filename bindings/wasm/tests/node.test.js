/** The package in Node: the vectors and scenarios, and what only a host in JavaScript can ask. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import * as library from "joint-meeting";
import { Runner } from "./vectors.js";

const data = new URL(`file://${process.env.JOINT_MEETING_TESTS}/`);
const text = (path) => readFileSync(new URL(path, data), "utf8");
const read = (path) => JSON.parse(text(path));
const files = (folder) => readdirSync(new URL(folder, data)).filter((it) => it.endsWith(".json"));

const stories = Object.assign({}, ...files("vectors/given/").map((it) => read(`vectors/given/${it}`)));
const bundled = new URL("./charters/", import.meta.resolve("joint-meeting/package.json"));
const charterFile = (name) => {
  const path = new URL(`${name}.json`, bundled);
  return existsSync(path) ? readFileSync(path, "utf8") : text(`charters/${name}.json`);
};
const runner = new Runner(library, stories, charterFile);
const NANKAI = "nankai-dog-2022";
const FOUNDING = {
  act: {
    type: "adopt_charter",
    charter: NANKAI,
    version: 1,
    holders: [
      { post: "deputy-head", person: "p1" },
      { post: "order-head", person: "p2" },
    ],
  },
  by: "p1",
  at: "2022-04-21T09:00:00+08:00",
};
const year = () => runner.year(text("scenarios/nankai-2022.jsonl"), read("scenarios/nankai-2022.audit.json"));
const founded = (options) => {
  const body = library.JointMeeting.begin(runner.charter(NANKAI), options);
  body.perform(FOUNDING);
  return body;
};

for (const file of files("vectors/")) {
  test(`vectors: ${file}`, () => {
    const content = read(`vectors/${file}`);
    const wrong = runner.vectors(content);
    assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} of ${content.vectors.length} differ`);
  });
}

test("the year of the Nankai body goes as it says", () => {
  const { body, wrong } = year();
  assert.deepEqual(wrong, []);
  writeFileSync("journal.jsonl", body.journal().text);
});

test("a journal replays to the same body, byte for byte", () => {
  const { body } = year();
  const { text: journal, head } = body.journal();
  const charter = runner.charter(NANKAI);
  const again = library.JointMeeting.replayChecked(charter, journal, { head });
  assert.deepEqual(again.journal(), { text: journal, head });
  assert.deepEqual(again.breaches(), []);
  assert.deepEqual(library.JointMeeting.replay(charter, journal).entries(), body.entries());
  assert.deepEqual(library.verifyJournal(journal, head), head);
  const { writer, line } = library.JournalWriter.begin(charter);
  assert.equal([line, ...body.entries().map((it) => writer.write(it))].join(""), journal);
  assert.deepEqual(writer.head, head);
  const cut = journal.split("\n").toSpliced(9, 1).join("\n");
  const missing = { name: "JournalError", line: 10, fault: { type: "missing", value: 9 } };
  assert.throws(() => library.verifyJournal(cut), missing);
  assert.throws(() => library.JointMeeting.replayChecked(charter, cut), library.JournalError);
});

test("a journal that Rust kept verifies", () => {
  assert.ok(library.verifyJournal(text("journals/v1.jsonl")).count > 0);
});

test("a refusal is thrown with its grounds, its cures and its words", () => {
  const body = founded({ language: "en" });
  const act = { type: "convene", meeting: "m1", kind: "plenary", called: [], agenda: [], presiding: "p1" };
  const submission = { act: { type: "name_member", unit: "health", person: "p9", post: "x", rank: "division", portfolio: true }, by: "p3", at: "2022-05-09T10:00:00+08:00" };
  const tried = body.tryPerform(submission);
  assert.equal(tried.type, "refused", JSON.stringify(act));
  assert.throws(
    () => body.perform(submission),
    (it) => {
      assert.ok(it instanceof library.Refused && it instanceof library.JointMeetingError && it instanceof Error);
      assert.deepEqual(it.refusal, tried.refusal);
      assert.equal(it.message, it.words.en);
      assert.equal(it.message, tried.message);
      assert.notEqual(it.words.zh, it.words.en);
      return true;
    },
  );
  assert.deepEqual(body.check(submission), tried);
  assert.equal(body.count, 1);
});

test("a Date is a time, and an invalid one is malformed", () => {
  const body = library.JointMeeting.begin(runner.charter(NANKAI));
  const at = new Date("2022-04-21T09:00:00+08:00");
  assert.equal(body.perform({ ...FOUNDING, at }).at, FOUNDING.at);
  assert.deepEqual(body.options("p2", at), body.options("p2", FOUNDING.at));
  assert.equal(body.asOf(new Date("2022-04-20T00:00:00Z")).count, 0);
  assert.throws(() => body.asOf(new Date(Number.NaN)), { name: "Malformed", path: "at" });
});

test("what is decided can be stored, and applied once", () => {
  const body = library.JointMeeting.begin(runner.charter(NANKAI));
  const { accepted } = body.decide(FOUNDING);
  assert.equal(body.count, 0);
  body.apply(accepted);
  assert.throws(() => body.apply(accepted), { name: "Conflict", expected: 2, found: 1 });
  assert.equal(body.count, 1);
});

test("malformed input is named by its place, and changes nothing", () => {
  const body = founded();
  const before = body.journal();
  for (const { name, input, path } of read("malformed.json")) {
    assert.throws(() => body.perform(input), { name: "Malformed", path }, name);
    assert.throws(() => body.check(input), { name: "Malformed", path }, name);
  }
  const loop = {};
  loop.loop = loop;
  for (const it of [undefined, null, 1, 1n, Symbol("x"), () => {}, loop, [], { ...FOUNDING, at: 1 }, new Map()]) {
    assert.throws(() => body.perform(it), library.Malformed);
  }
  assert.throws(() => body.audit({ from: "2022-01-01" }, "2022-01-01"), { name: "Malformed", path: "period" });
  assert.throws(() => body.explainEntry(-1), library.Malformed);
  assert.deepEqual(body.journal(), before);
});

test("a charter that does not load says everything that is wrong", () => {
  const file = JSON.parse(charterFile(NANKAI));
  file.clauses[0].rules = ["minutes.are_blue"];
  const load = () => library.Charter.fromJson(JSON.stringify(file));
  assert.throws(load, (it) => it instanceof library.CharterError && it.errors[0].problem.type === "unknown_rule");
  assert.throws(() => library.Charter.fromJson("{"), library.CharterError);
  assert.throws(() => library.JointMeeting.begin([]), library.CharterError);
});

test("charters are linted, compared and outlined", () => {
  const [before, after] = ["network-market-2016", "network-market-2020"].map((it) => runner.charter(it));
  assert.equal(before.diff(after).after.version, 2);
  assert.ok(before.lint().every((it) => it.code && it.zh && it.en));
  assert.deepEqual(library.outline("一、组织\n（一）成员。").nodes[0].at, "一");
  assert.deepEqual(founded().touched(before, after, "2022-05-01").on, "2022-05-01");
});

test("answers are plain: no Map, no BigInt, nothing undefined", () => {
  const { body } = year();
  const audit = body.audit({ from: "2022-01-01", to: "2022-12-31" }, "2023-01-15");
  for (const it of [audit, body.options("p2", "2023-01-10T09:00:00+08:00"), body.register("2022-12-31")]) {
    assert.deepEqual(JSON.parse(JSON.stringify(it)), it);
  }
  const blocked = body.optionsInWords("p2", "2023-01-10T09:00:00+08:00").filter((it) => it.refusal);
  assert.ok(blocked.length && blocked.every((it) => it.words.zh && it.words.en));
});

test("memory is given back, and what was freed says so", () => {
  const body = founded();
  body.free();
  body.free();
  assert.throws(() => body.journal(), /freed/);
  const other = founded();
  other[Symbol.dispose]();
  assert.throws(() => other.count, /freed/);
});

test("memory is flat over 100,000 bad calls", () => {
  const body = founded();
  const refused = { ...FOUNDING, at: "2022-04-22T09:00:00+08:00" };
  const round = (times) => {
    for (let ix = 0; ix < times; ix++) {
      if (ix % 4 === 0) body.tryPerform(refused);
      else assert.throws(() => body.perform(ix % 4 === 1 ? '{"act":' : { act: { type: "x".repeat(999) } }));
    }
  };
  round(2_000);
  const before = library.memory();
  round(100_000);
  assert.equal(library.memory(), before);
});
