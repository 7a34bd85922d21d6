/** The package in Node: the vectors and scenarios, and what only a host in JavaScript can ask. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import * as library from "joint-meeting";
import * as papers from "joint-meeting/papers";
import { Runner, equal } from "./vectors.js";

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
const runner = new Runner(library, papers, stories, charterFile);
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
  assert.equal(again.journal().text, journal);
  assert.deepEqual(again.breaches(), []);
  assert.deepEqual(library.JointMeeting.replay(charter, journal).entries(), body.entries());
  assert.deepEqual(library.Journal.read(journal, head).head, head);
  const written = library.Journal.begin(charter);
  const lines = [written.text, ...body.entries().map((it) => written.append(it))];
  assert.equal(lines.join(""), journal);
  assert.equal(written.text, journal);
  assert.deepEqual(written.head, head);
  const cut = journal.split("\n").toSpliced(9, 1).join("\n");
  const missing = { name: "JournalError", line: 10, fault: { type: "missing", value: 9 } };
  assert.throws(() => library.Journal.read(cut), missing);
  assert.throws(() => library.JointMeeting.replayChecked(charter, cut), library.JournalError);
});

test("of a journal cut at any byte the lines that end are left", () => {
  const { text: journal } = year().body.journal();
  const lines = journal.split("\n").slice(0, 5).map((it) => `${it}\n`);
  const all = new TextEncoder().encode(lines.join(""));
  const ends = [...all.keys()].filter((it) => all[it] === 10).map((it) => it + 1);
  for (let cut = 0; cut <= all.length; cut++) {
    const whole = ends.filter((it) => it <= cut).length;
    if (whole === 0) assert.throws(() => library.Journal.intact(all.slice(0, cut)), { fault: { type: "empty" } });
    else assert.equal(library.Journal.intact(all.slice(0, cut)).text, lines.slice(0, whole).join(""), `cut at ${cut}`);
  }
  assert.equal(library.Journal.intact(`${journal}{"act":`).text, journal);
});

test("a journal that Rust kept verifies", () => {
  assert.ok(library.Journal.read(text("journals/v1.jsonl")).head.count > 0);
});

test("many at once are what they are one by one; if one is malformed, none is done", () => {
  const { body } = year();
  const submissions = text("scenarios/nankai-2022.jsonl").trimEnd().split("\n").map((it) => JSON.parse(it).submit);
  const other = library.JointMeeting.begin(runner.charter(NANKAI));
  const decisions = other.performMany(submissions.map((it, ix) => (ix % 2 ? it : JSON.stringify(it))));
  assert.equal(decisions.length, submissions.length);
  assert.deepEqual(decisions.flatMap((it) => it.accepted ?? []), body.entries());
  assert.deepEqual(library.JointMeeting.begin(runner.charter(NANKAI)).performMany(JSON.stringify(submissions)), decisions);
  assert.deepEqual([other.performMany([]), other.performMany("[]")], [[], []]);
  const bad = { ...FOUNDING, act: { ...FOUNDING.act, charter: 7 } };
  for (const [second, path] of [[bad, "[1].act.charter"], ["1", "[1]"], [undefined, "[1]"]]) {
    assert.throws(() => other.performMany([submissions[0], second]), { name: "Malformed", path });
  }
  assert.equal(other.count, body.count);
});

test("a refusal is thrown with its grounds, its cures and its words", () => {
  const body = founded({ language: "en" });
  const submission = { act: { type: "name_member", unit: "health", person: "p9", post: "x", rank: "division", portfolio: true }, by: "p3", at: "2022-05-09T10:00:00+08:00" };
  const tried = body.tryPerform(submission);
  assert.equal(tried.type, "refused");
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

test("what is done is read when it is asked for: its own entry, whatever came after", () => {
  const body = library.JointMeeting.begin(runner.charter(NANKAI));
  const done = body.tryPerform({ ...FOUNDING, key: "founding" });
  assert.deepEqual({ ...done }, { type: "accepted", no: 1 });
  const item = { type: "add_agenda_item", item: "i1", title: "登记", kind: "decision" };
  assert.equal(body.tryPerform({ act: item, by: "p2", at: "2022-04-22T09:00:00+08:00" }).no, 2);
  // Sent again it is the same entry, and not the last.
  for (const it of [done, body.tryPerform({ ...FOUNDING, key: "founding" })]) assert.deepEqual(it.entry, body.entries()[0]);
  assert.deepEqual(body.perform({ ...FOUNDING, key: "founding" }), body.entry(1));
  assert.equal(body.count, 2);
  body.free();
  assert.equal(done.no, 1);
  assert.throws(() => done.entry, library.Freed);
});

test("a Date is a time, and an invalid one is malformed", () => {
  const body = library.JointMeeting.begin(runner.charter(NANKAI));
  const at = new Date("2022-04-21T09:00:00+08:00");
  assert.equal(body.perform({ ...FOUNDING, at }).at, FOUNDING.at);
  assert.deepEqual(body.options("p2", at), body.options("p2", FOUNDING.at));
  assert.equal(body.asOf(new Date("2022-04-20T00:00:00Z")).count, 0);
  assert.throws(() => body.asOf(new Date(Number.NaN)), { name: "Malformed", path: "at" });
});

test("the table of working days is part of a body, and what was decided by another is decided again", () => {
  const silence = runner.charter(NANKAI, undefined, { "document.deemed_consent_days": 5 });
  const body = runner.body(
    [silence],
    [
      "minutes: drafted",
      { act: { type: "consent", minutes: "n1", unit: "police", version: 1 }, by: "p12", at: "2022-06-08T09:00:00+08:00" },
      { act: { type: "countersign", minutes: "n1", unit: "police", version: 1 }, by: "p12", at: "2022-06-15T09:00:00+08:00" },
    ],
  );
  const entry = body.entry(body.count);
  assert.ok(entry.calendar.known_through >= "2026-12-31");
  const known = "date,kind\n2022-01-01,known_from\n2023-12-31,known_through\n";
  const again = (calendar) => library.JointMeeting.replayChecked(silence, body.journal(), { calendar, head: body.journal().head });
  assert.deepEqual(again(undefined).breaches(), []);
  assert.deepEqual(again(known).breaches(), []);
  for (const how of ["replay", "replayChecked"]) {
    const longer = library.JointMeeting[how](silence, body.journal(), { calendar: `${known}2022-06-09,off\n` });
    const [{ no, calendar }, ...more] = longer.breaches();
    assert.deepEqual([no, calendar, more], [entry.no, entry.calendar, []]);
    assert.equal(longer.audit({ from: "2022-01-01", to: "2022-12-31" }, "2022-12-31").calendar.known_through, "2023-12-31");
    const owed = longer.obligationsInWords("2022-12-01", 60).filter((it) => it.due);
    assert.ok(owed.length > 0 && owed.every((it) => it.known_through === "2023-12-31"));
    assert.ok(owed.every((it) => it.words.zh.includes("工作日表") && it.words.en.includes("known through")));
  }
});

test("nothing is recorded after the day of which a host says that it is now", () => {
  const body = library.JointMeeting.begin(runner.charter(NANKAI));
  body.perform(FOUNDING);
  const act = { type: "choose_reading", reading: "plenary.count", option: "at_least", why: "x" };
  const refused = (recorded_at) => {
    const found = body.check({ act, by: "p1", at: "2022-04-22T09:00:00+08:00", recorded_at });
    return found.type === "refused" ? found.refusal.grounds.map((it) => it.rule) : [];
  };
  assert.deepEqual(refused("2022-05-03T00:00:00+08:00"), []);
  body.setNow("2022-05-01T20:00:00Z");
  assert.deepEqual(refused("2022-05-02T23:59:59+08:00"), []);
  assert.deepEqual(refused("2022-05-03T00:00:00+08:00"), ["time.not_in_a_far_future"]);
  body.setNow(new Date("2022-05-03T00:00:00Z"));
  assert.deepEqual(refused("2022-05-03T00:00:00+08:00"), []);
  for (const bad of ["2022-05-01", "2200-05-01T20:00:00Z", new Date(Number.NaN)]) {
    assert.throws(() => body.setNow(bad), { name: "Malformed", path: "at" });
  }
  assert.deepEqual(refused("2022-05-04T00:00:00+08:00"), ["time.not_in_a_far_future"]);
});

test("what is decided can be stored, and applied once", () => {
  const body = library.JointMeeting.begin(runner.charter(NANKAI));
  const { accepted } = body.decide(FOUNDING);
  assert.equal(body.count, 0);
  body.apply(accepted);
  assert.throws(() => body.apply(accepted), { name: "Conflict", expected: 2, found: 1 });
  assert.equal(body.count, 1);
});

/** The table of bad input, each with the text that is put in. */
const malformed = read("malformed.json").map(({ input = "", of, change = [], ...it }) => {
  const put = (old, [from, to]) => (assert.ok(old.includes(from), it.name), old.replace(from, () => to));
  return { ...it, input: change.reduce(put, of ? text(of) : input) };
});

/** The calls that take such input, by their doors. */
function doors(body) {
  const { text: journal } = body.journal();
  return {
    submission: [(it) => body.perform(it), (it) => body.tryPerform(it), (it) => body.check(it), (it) => body.decide(it)],
    submissions: [(it) => body.performMany(it)],
    entry: [(it) => body.apply(it), (it) => library.Journal.begin(runner.charter(NANKAI)).append(it)],
    question: [(it) => body.ask(it)],
    head: [
      (it) => library.Journal.read(journal, it),
      (it) => library.JointMeeting.replayChecked(runner.charter(NANKAI), journal, { head: it }),
    ],
    journal: [(it) => library.Journal.read(it)],
    calendar: [(it) => library.JointMeeting.begin(runner.charter(NANKAI), { calendar: it })],
    charter: [(it) => library.Charter.fromJson(it)],
  };
}

/** What an error says, as the table has it. */
function said(why) {
  if (why instanceof library.Malformed) return [{ path: why.path }];
  if (why instanceof library.CharterError) return why.errors.map((it) => ({ path: it.place, type: it.problem.type }));
  assert.ok(why instanceof library.JournalError, why);
  const { line, fault } = why;
  return [{ line, type: fault.type, ...(fault.type === "malformed" && { path: fault.value.path }) }];
}

test("malformed input is named by its place at every door, and changes nothing", () => {
  const body = founded();
  const before = body.journal().text;
  for (const { name, door, input, then } of malformed) {
    for (const put of doors(body)[door]) {
      assert.throws(() => put(input), (it) => said(it).some((found) => equal(found, then)) || assert.deepEqual(said(it), then), name);
    }
  }
  assert.equal(body.journal().text, before);
});

test("what is not JSON at all is malformed", () => {
  const body = founded();
  const loop = {};
  loop.loop = loop;
  for (const it of [undefined, null, 1, 1n, Symbol("x"), () => {}, loop, [], { ...FOUNDING, at: 1 }, new Map()]) {
    assert.throws(() => body.perform(it), library.Malformed);
  }
  assert.throws(() => body.audit({ from: "2022-01-01" }, "2022-01-01"), { name: "Malformed", path: "audit.period" });
  assert.throws(() => body.explainEntry(-1), library.Malformed);
  assert.equal(body.count, 1);
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
  assert.deepEqual(library.Charter.outline("一、组织\n（一）成员。").parts[0].nodes[0].at, "一");
  assert.deepEqual(founded().touched(before, after, "2022-05-01").on, "2022-05-01");
});

test("answers are plain: no Map, no BigInt, nothing undefined", () => {
  const { body } = year();
  const audit = body.audit({ from: "2022-01-01", to: "2022-12-31" }, "2023-01-15");
  for (const it of [audit, body.options("p2", "2023-01-10T09:00:00+08:00"), body.roster("2022-12-31")]) {
    assert.deepEqual(JSON.parse(JSON.stringify(it)), it);
  }
});

test("options come page by page, and audits year by year", () => {
  const { body } = year();
  const [by, at] = ["p2", "2023-01-10T09:00:00+08:00"];
  const all = body.options(by, at);
  const rows = [];
  let after;
  do {
    const page = body.optionsPage(by, at, { limit: 7, after });
    assert.ok(page.rows.length <= 7);
    rows.push(...page.rows);
    after = page.after;
  } while (after);
  const texts = (list) => list.map((it) => JSON.stringify([it.act, it.choose, it.refusal])).sort();
  assert.deepEqual(texts(rows), texts(all));
  const { counts } = body.optionsPage(by, at, { kinds: ["convene"] });
  assert.deepEqual(counts, [{ act: "convene", rows: all.filter((it) => it.act.type === "convene").length }]);
  assert.throws(() => body.optionsPage(by, at, { limit: 1025 }), { name: "Malformed", path: "options_page.limit" });
  const years = [...body.audits(2022, 2024, "2025-01-10")];
  assert.deepEqual(years[1], body.audit({ from: "2023-01-01", to: "2023-12-31" }, "2025-01-10"));
  assert.equal(years.length, 3);
  const period = (years) => ({ from: "2022-12-31", to: `${2021 + years}-01-01` });
  assert.ok(body.audit(period(20), "2025-01-10"));
  assert.throws(() => body.audit(period(21), "2025-01-10"), { name: "Malformed", path: "audit.period" });
  assert.throws(() => body.audits("2022", 2023, "2025-01-10"), { name: "TypeError", message: /`from` is a year/ });
});

test("answers come in words as well, and as JSON to whoever asks in JSON", () => {
  const { body } = year();
  const [by, at, on, period] = ["p2", "2023-01-10T09:00:00+08:00", "2023-01-10", { from: "2022-01-01", to: "2022-12-31" }];
  const plain = (it) => it.map(({ words, ...rest }) => rest);
  const options = body.optionsInWords(by, at);
  assert.ok(options.every((it) => (it.refusal ? it.words.zh && it.words.en : !it.words)));
  assert.deepEqual(plain(options), body.options(by, at));
  const owed = body.obligationsInWords(on, 365);
  assert.ok(owed.length && owed.every((it) => it.words.zh.includes(it.clause) && it.words.en.includes(it.clause)));
  assert.deepEqual(plain(owed), body.obligations(on, 365));
  const audit = body.auditInWords(period, on);
  assert.ok(audit.clauses.every((it) => it.words.zh.includes(it.clause)));
  assert.deepEqual({ ...audit, clauses: plain(audit.clauses) }, body.audit(period, on));
  assert.deepEqual(body.ask({ options: { by, at } }), body.options(by, at));
  assert.deepEqual(body.ask('{"entry":{"no":1}}'), body.entries()[0]);
  assert.deepEqual(body.entry(1), body.entries()[0]);
  assert.equal(body.entry(9_999), undefined);
});

test("every charter that comes with the package is there by its name", async () => {
  const names = library.Charter.names();
  assert.ok(names.length > 10 && names.includes(NANKAI));
  for (const it of names) {
    const charter = await library.Charter.bundled(it);
    assert.equal(charter.digest, runner.charter(it).digest);
    charter.free();
  }
  for (const it of ["nankai-dog", "__proto__", "official-documents-2012", ""]) {
    assert.throws(() => library.Charter.bundled(it), (why) => why instanceof library.Malformed && why.path === "name" && why.problem.includes(NANKAI));
  }
});

test("what is handed over may call back, and free what is asked", () => {
  const body = founded();
  const letter = (item) => ({ type: "add_agenda_item", item, title: "x", kind: "discussion" });
  const submission = (item, before) => ({
    by: "p2",
    at: "2022-05-09T09:00:00+08:00",
    act: {
      toJSON() {
        before();
        return letter(item);
      },
    },
  });
  const another = library.JointMeeting.begin(runner.charter(NANKAI));
  another.perform(FOUNDING);
  const outer = another.perform(submission("a", () => another.perform(submission("b", () => {}))));
  assert.deepEqual([outer.no, another.count], [3, 3], "what it calls is done before");
  assert.throws(() => body.perform(submission("c", () => body.free())), library.Freed);
  assert.throws(() => another.perform(submission("d", () => another.perform("{"))), library.Malformed);
  assert.equal(another.count, 3);
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
  // The largest are tried once above.
  const small = malformed.filter((it) => it.input.length < 1_000);
  const calls = small.flatMap((it) => doors(body)[it.door].map((put) => () => put(it.input)));
  calls.push(() => body.perform({ ...FOUNDING, at: "2022-04-22T09:00:00+08:00" }));
  calls.push(() => body.perform({ act: { type: "x".repeat(999) } }));
  const round = (times) => {
    for (let ix = 0; ix < times; ix++) assert.throws(calls[ix % calls.length], library.JointMeetingError);
  };
  round(10_000);
  const before = library.memory();
  round(100_000);
  assert.equal(library.memory(), before);
});
