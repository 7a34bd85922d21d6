/** A record true to life: several acts at once, corrections, and formats of journals. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import * as library from "joint-meeting";

const data = new URL(`file://${process.env.JOINT_MEETING_TESTS}/`);
const text = (path) => readFileSync(new URL(path, data), "utf8");
const given = readdirSync(new URL("vectors/given/", data)).map((it) => JSON.parse(text(`vectors/given/${it}`)));
const stories = Object.assign({}, ...given);
const unfold = (steps) => steps.flatMap((it) => (typeof it === "string" ? unfold(stories[it]) : [it]));

const bundled = new URL("./charters/nankai-dog-2022.json", import.meta.resolve("joint-meeting/package.json"));
const charter = library.Charter.fromJson(readFileSync(bundled, "utf8"));
const AT = "2022-05-06T09:00:00+08:00";
const ITEM = { type: "add_agenda_item", item: "i1", title: "登记", kind: "decision" };
const CONVENE = {
  type: "convene",
  meeting: "m1",
  kind: "special",
  units: ["police", "health"],
  agenda: ["i1"],
  held_at: "2022-05-20T09:00:00+08:00",
  approved_by: "p1",
};
const submission = (act, more) => ({ act, by: "p3", at: AT, ...more });
const staffed = () => {
  const body = library.JointMeeting.begin(charter, { language: "en" });
  body.performAll(unfold(["staffed"]));
  return body;
};

test("all are done, or none", () => {
  const body = staffed();
  const before = body.entries().length;
  const wrong = [submission(ITEM), submission({ ...CONVENE, agenda: ["i9"] })];
  assert.throws(
    () => body.performAll(wrong),
    (it) => it instanceof library.Refused && it.index === 1 && it.message.includes("i9"),
  );
  assert.equal(body.entries().length, before);
  const entries = body.performAll([submission(ITEM), submission(CONVENE)]);
  assert.deepEqual(entries.map((it) => it.no), [before + 1, before + 2]);
  assert.deepEqual(body.performAll([]), []);
});

test("what would be changes nothing", () => {
  const body = staffed();
  const before = body.journal().head;
  const decisions = body.whatIf([submission(ITEM), submission(CONVENE), submission(CONVENE)]);
  assert.deepEqual(decisions.map((it) => Object.keys(it)[0]), ["accepted", "accepted", "refused"]);
  assert.deepEqual(body.journal().head, before);
  assert.deepEqual(body.whatIf([]), []);
});

test("an entry that was corrected reads otherwise", () => {
  const body = staffed();
  const { no } = body.perform(submission(ITEM));
  const correct = (changes, at) => body.perform({ act: { type: "correct_record", changes, reason: "略" }, by: "p3", at });
  correct([{ no, replace: { act: { ...ITEM, title: "犬只登记" } } }], "2022-05-07T09:00:00+08:00");
  assert.equal(body.entryAsRead(no).act.title, "犬只登记");
  assert.equal(body.entry(no).act.title, "登记");
  correct([{ no, strike: true }], "2022-05-08T09:00:00+08:00");
  assert.equal(body.entryAsRead(no), undefined);
});

test("a journal of the first format goes on, and is upgraded", () => {
  const first = library.Charter.fromJson(text("journals/v1-year.charter.json"));
  const body = library.JointMeeting.replay(first, text("journals/v1-year.jsonl"), { language: "en" });
  assert.equal(body.format, 1);
  const at = body.entries().at(-1).recorded_at;
  const strike = { type: "correct_record", changes: [{ no: 2, strike: true }], reason: "略" };
  assert.throws(() => body.perform({ act: strike, by: "p3", at }), /format/);
  const newer = body.upgrade();
  assert.deepEqual([newer.format, body.format], [2, 1]);
  assert.deepEqual(newer.entries(), body.entries());
  assert.ok(newer.journal().text.split("\n")[0].includes(body.journal().head.digest));
  assert.equal(newer.upgrade().journal().text, newer.journal().text);
});
