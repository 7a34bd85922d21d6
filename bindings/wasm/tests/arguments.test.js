/** Every argument of every public function, given wrong in every way: a clear error, and the engine goes on. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as library from "joint-meeting";
import * as papers from "joint-meeting/papers";

const { Charter, Journal, JointMeeting } = library;
const { Desk } = papers;
const file = readFileSync(new URL("./charters/nankai-dog-2022.json", import.meta.resolve("joint-meeting/package.json")), "utf8");
const charter = Charter.fromJson(file);
const journal = Journal.begin(charter).text;
const at = "2022-06-01T09:00:00+08:00";
const on = "2022-06-01";
const period = { from: "2022-01-01", to: "2022-12-31" };
const TABLE = "date,kind,occasion\n2022-01-01,known_from\n2022-12-24,work,x\n2022-12-31,known_through\n";
const act = { type: "choose_reading", reading: "plenary.count", option: "at_least", why: "x" };
const entry = { no: 1, act, by: "p1", at };
const body = () => JointMeeting.begin(charter);
const desk = () => new Desk(body());
const wanted = { register: { on } };
const paper = desk().paper(wanted);

/** Every public function: a thing on which it is called, and arguments that are right. */
const RIGHT = {
  "Charter.outline": [() => Charter, ["一、总则"]],
  "Charter.fromJson": [() => Charter, [file, []]],
  "Charter.bundled": [() => Charter, ["nankai-dog-2022"]],
  "Charter.names": [() => Charter, []],
  "Charter#lint": [() => charter, ["一、总则"]],
  "Charter#checkText": [() => charter, ["一、总则"]],
  "Charter#diff": [() => charter, [charter]],
  "Journal.read": [() => Journal, [journal, Journal.read(journal).head]],
  "Journal.intact": [() => Journal, [journal]],
  "Journal.begin": [() => Journal, [charter]],
  "Journal#append": [() => Journal.begin(charter), [entry]],
  "JointMeeting.begin": [() => JointMeeting, [charter, { language: "en", calendar: TABLE }]],
  "JointMeeting.replay": [() => JointMeeting, [charter, journal, { calendar: TABLE }]],
  "JointMeeting.replayChecked": [() => JointMeeting, [charter, journal, { head: Journal.read(journal).head, calendar: TABLE }]],
  "JointMeeting#setNow": [body, [at]],
  "JointMeeting#decide": [body, [{ act, by: "p1", at }]],
  "JointMeeting#apply": [body, [entry]],
  "JointMeeting#check": [body, [{ act, by: "p1", at }]],
  "JointMeeting#perform": [body, [{ act, by: "p1", at }]],
  "JointMeeting#tryPerform": [body, [{ act, by: "p1", at }]],
  "JointMeeting#performMany": [body, [[{ act, by: "p1", at }]]],
  "JointMeeting#performAll": [body, [[{ act, by: "p1", at }]]],
  "JointMeeting#whatIf": [body, [[{ act, by: "p1", at }]]],
  "JointMeeting#ask": [body, [{ roster: { on } }]],
  "JointMeeting#options": [body, ["p1", at]],
  "JointMeeting#optionsInWords": [body, ["p1", at]],
  "JointMeeting#optionsPage": [body, ["p1", at, { about: "police", kinds: ["convene"], limit: 5 }]],
  "JointMeeting#obligations": [body, [on, 90]],
  "JointMeeting#obligationsInWords": [body, [on, 90]],
  "JointMeeting#audit": [body, [period, on]],
  "JointMeeting#auditInWords": [body, [period, on]],
  "JointMeeting#audits": [body, [2022, 2023, on]],
  "JointMeeting#auditFamily": [body, [[], period, on]],
  "JointMeeting#roster": [body, [on]],
  "JointMeeting#register": [body, [on]],
  "JointMeeting#asOf": [body, [at]],
  "JointMeeting#trail": [body, ["nankai-dog-2022"]],
  "JointMeeting#explainRule": [body, ["report.yearly"]],
  "JointMeeting#explainEntry": [body, [1]],
  "JointMeeting#touched": [body, [charter, charter, on]],
  "JointMeeting#breaches": [body, []],
  "JointMeeting#entry": [body, [1]],
  "JointMeeting#entryAsRead": [body, [1]],
  "JointMeeting#upgrade": [body, []],
  "JointMeeting#entries": [body, []],
  "JointMeeting#journal": [body, []],
  "JointMeeting#charterOn": [body, [on]],
  "Desk#ask": [desk, [{ paper: { wanted } }]],
  "Desk#paper": [desk, [wanted]],
  "Desk#known": [desk, [wanted]],
  "Desk#check": [desk, [wanted]],
  "Desk#evidence": [desk, [2022, on]],
  "Desk#calendar": [desk, [on, on, on]],
  "papers.check": [() => papers, [paper, {}]],
  "papers.write": [() => papers, [paper, "text"]],
};

/** What a function of a class is called by, and what is no question of arguments. */
const LEFT = ["constructor", "free", "of"];

function functions() {
  const of = (name, owner) =>
    Object.getOwnPropertyNames(owner)
      .filter((it) => !LEFT.includes(it) && typeof Object.getOwnPropertyDescriptor(owner, it).value === "function")
      .map((it) => `${name}${it}`);
  const classes = Object.entries({ Charter, Journal, JointMeeting, Desk });
  const ofClasses = classes.flatMap(([name, it]) => [...of(`${name}.`, it), ...of(`${name}#`, it.prototype)]);
  return [...ofClasses, "papers.check", "papers.write"];
}

const cyclic = {};
cyclic.itself = cyclic;
const freed = Charter.fromJson(file);
freed.free();
const throwing = () => {
  throw new Error("a fault of the caller");
};

/** Every kind of value that JavaScript has, and some that bite. */
const WRONG = {
  nothing: undefined,
  null: null,
  yes: true,
  "a number": 5,
  "no number": Number.NaN,
  "a big number": 5n,
  "a symbol": Symbol("x"),
  "an object": {},
  "an object without a class": Object.create(null),
  "an object whose field throws": Object.defineProperty({}, "act", { enumerable: true, get: throwing }),
  "an object whose toJSON throws": { toJSON: throwing },
  "a list": [],
  "a list of nothing": [undefined],
  "a list of objects": [{}],
  "a list that throws": { [Symbol.iterator]: throwing },
  "a function": () => {},
  "a promise": Promise.resolve(file),
  "no date": new Date(Number.NaN),
  "a map": new Map([["a", 1]]),
  "a pattern": /x/,
  "a cycle": cyclic,
  "a text": "x",
  "an empty text": "",
  "half a pair": "\ud800",
  "half a pair in an object": { on: "\ud800", by: "\ud800" },
  "bytes that are no UTF-8": new Uint8Array([0xff]),
  "no bytes": new Uint8Array(),
  "another handle": body(),
  "a charter": charter,
  "a freed charter": freed,
  "a list with a freed charter": [charter, freed],
  "what looks like a charter": Object.create(Charter.prototype),
};

test("every public function is called wrongly", () => {
  assert.deepEqual(Object.keys(RIGHT).sort(), functions().sort());
});

for (const [name, [on, right]] of Object.entries(RIGHT)) {
  test(`wrong arguments of ${name}`, () => {
    const method = name.split(/[.#]/)[1];
    for (const [ix] of right.entries()) {
      for (const [kind, wrong] of Object.entries(WRONG)) {
        const owner = on();
        try {
          owner[method](...right.with(ix, wrong));
        } catch (thrown) {
          const typed = thrown instanceof TypeError || thrown instanceof library.JointMeetingError;
          const own = thrown.message === "a fault of the caller";
          assert.ok(typed || own, `${kind} as argument ${ix}: ${thrown?.stack}`);
          assert.ok(!(thrown instanceof library.Broken), `${kind} as argument ${ix} stops the engine`);
          assert.ok(thrown.message.length < 600, `${kind} as argument ${ix}: ${thrown.message.slice(0, 900)}`);
        }
        assert.equal(body().count, 0, `the engine goes on after ${kind} as argument ${ix}`);
      }
    }
  });
}

test("arguments that the engine would misread are told with what to pass", () => {
  for (const wrong of [{}, 5, Promise.resolve(file), null, undefined]) {
    assert.throws(() => Charter.fromJson(wrong), { name: "TypeError", message: /`text` is a string/ });
    assert.throws(() => JointMeeting.replay(charter, wrong), { name: "TypeError", message: /`journal` is a string/ });
    assert.throws(() => JointMeeting.begin(wrong), { name: "TypeError", message: /`under` is a list of Charters/ });
    assert.throws(() => new Desk(wrong), { name: "TypeError", message: /`body` is a JointMeeting/ });
  }
  assert.throws(() => JointMeeting.begin(charter, { calendar: {} }), { name: "TypeError", message: /`calendar`/ });
  assert.throws(() => JointMeeting.begin(charter, { language: "fr" }), { name: "TypeError", message: /"zh" or "en"/ });
  assert.throws(() => (body().language = "fr"), { name: "TypeError" });
  // Which day a moment is depends on where one stands.
  const midnight = new Date("2022-05-01T00:00:00+08:00");
  assert.throws(() => body().roster(midnight), { name: "Malformed", path: "roster.on", message: /a day such as 2022-05-01/ });
  assert.throws(() => Charter.fromJson("\ud800"), { name: "Malformed", path: "text", zh: /代理/ });
});

test("bytes are taken where text is", () => {
  const bytes = (it) => new TextEncoder().encode(it);
  const under = Charter.fromJson(bytes(file));
  assert.equal(under.digest, charter.digest);
  assert.equal(Journal.read(bytes(journal)).text, journal);
  assert.equal(JointMeeting.replay(under, bytes(journal)).count, 0);
  assert.equal(JointMeeting.replay(under, Journal.read(journal)).count, 0);
  assert.equal(body().decide(bytes(JSON.stringify({ act, by: "p1", at }))).refused !== undefined, true);
});

test("a freed object says so", () => {
  const gone = body();
  gone.free();
  gone.free();
  for (const it of [() => gone.count, () => gone.journal(), () => freed.lint(), () => JointMeeting.begin(freed)]) {
    assert.throws(it, { name: "Freed", zh: /释放/ });
  }
});
