/** Tables in Node: rosters from spreadsheets and tables into them, as in Rust. */

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";

import * as library from "joint-meeting";
import * as papers from "joint-meeting/papers";
import * as tables from "joint-meeting/tables";

const data = new URL(`file://${process.env.JOINT_MEETING_TESTS}/`);
const read = (path) => JSON.parse(readFileSync(new URL(path, data), "utf8"));
const installed = fileURLToPath(new URL(".", import.meta.resolve("joint-meeting/package.json")));
const charter = library.Charter.fromJson(readFileSync(join(installed, "charters/nankai-dog-2022.json"), "utf8"));
const stories = read("vectors/given/body.json");

/** A body whose first acts are those of this name in the vectors. */
function body(given) {
  const unfold = (all) => all.flatMap((it) => (typeof it === "string" ? unfold(stories[it]) : [it]));
  const made = library.JointMeeting.begin(charter, { language: "en" });
  made.performAll(unfold(stories[given]));
  return made;
}

/** Files in a .zip, as they are. */
function zipped(files) {
  const [parts, list] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(path.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    parts.push(Buffer.from("PK\x03\x04"), about, path, bytes);
    list.push(Buffer.from("PK\x01\x02\x14\x00"), about, where, path);
    at += 30 + path.length + bytes.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length / 4, 4);
  end.writeUInt16LE(list.length / 4, 6);
  end.writeUInt32LE(Buffer.concat(list).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...list, Buffer.from("PK\x05\x06"), end]);
}

/** A sheet as an .ods. */
function ods(rows) {
  const cell = (it) => `<table:table-cell office:value-type="string"><text:p>${it}</text:p></table:table-cell>`;
  const all = rows.map((row) => `<table:table-row>${row.map(cell).join("")}</table:table-row>`).join("");
  const table = `<table:table table:name="名单">${all}</table:table>`;
  return zipped({ "content.xml": `<office:document-content><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>` });
}

const csv = (rows) => `${rows.map((it) => it.join(",")).join("\n")}\n`;
const xlsx = (rows) => {
  const columns = rows[0].map((head, ix) => ({ name: `c${ix}`, head }));
  return tables.write([{ title: "名单", language: "zh", columns, rows: rows.slice(1) }], "xlsx");
};

/** The cells of the first sheet of a file, those that are empty among them. */
function cells(file) {
  const [{ rows }] = tables.sheets(file);
  const width = rows[0].cells.length;
  return rows.map((row) => Array.from({ length: width }, (_, at) => row.cells.find(([column]) => column === at)?.[1] ?? ""));
}

const { given, cases } = read("tables/changes.json");

/** Of what was found that of which a case speaks. */
function spoken(found, { faults = [] }) {
  return found.map((it, ix) => (faults[ix] ? Object.fromEntries(Object.keys(faults[ix]).filter((key) => key in it).map((key) => [key, it[key]])) : it));
}

/** The rows of a case as they are, and as every kind of file that can hold them. */
function kinds(rows) {
  const texts = rows.every((row) => row.length === rows[0].length && row.every((it) => typeof it === "string" && !it.includes(",")));
  return texts ? [rows, csv(rows), new TextEncoder().encode(csv(rows)), xlsx(rows), ods(rows)] : [rows];
}

/** What a case finds, or what is wrong in it. */
function found({ then }, ask) {
  try {
    return ask();
  } catch (why) {
    assert.ok(why instanceof tables.RosterError, `${why}`);
    return why.faults.length === 0 ? { no_body: true } : { faults: spoken(why.faults, then) };
  }
}

test("rosters change a body as the vectors say, from rows and from every kind of file", () => {
  const own = body(given);
  for (const it of cases) {
    for (const [ix, roster] of kinds(it.rows).entries()) {
      const told = found(it, () => {
        const { acts, same } = tables.changes(roster, own, { at: it.at });
        return { acts: acts.map((act) => act.submission.act), same: same.length };
      });
      assert.deepEqual(told, it.then, `${it.name}, ${ix}`);
    }
  }
});

test("rosters found a body as the vectors say, from rows and from every kind of file", async () => {
  // The rules about joint meetings are no charters that a page is offered.
  const offered = ({ charter }) => library.Charter.names().includes(charter);
  for (const it of read("tables/founding.json").cases.filter(offered)) {
    const under = await library.Charter.bundled(it.charter);
    for (const [ix, roster] of kinds(it.rows).entries()) {
      const told = found(it, () => {
        const { acts, vacant } = tables.founding(roster, under, { at: it.at });
        return { acts: acts.map((act) => act.submission.act), vacant: vacant?.length ?? 0 };
      });
      assert.deepEqual(told, it.then, `${it.name}, ${ix}`);
    }
  }
});

test("what is wrong in a roster is told with its sheet, row, column and the words that would do", () => {
  const rows = [["单位", "担任", "姓名"], ["区卫健委", "联络员", "p1"]];
  const fault = (roster) => {
    try {
      tables.founding(roster, charter, { at: "2022-04-21T09:00:00+08:00" }, "en");
    } catch (why) {
      return why;
    }
  };
  const why = fault(xlsx(rows));
  assert.ok(why instanceof tables.RosterError && why instanceof library.JointMeetingError, `${why}`);
  const [{ sheet, row, column, cell, wrong, text, nearest }] = why.faults;
  assert.deepEqual({ sheet, row, column, cell, wrong, text }, { sheet: "名单", row: 2, column: "单位", cell: "A2", wrong: "unknown_unit", text: "区卫健委" });
  assert.equal(nearest[0], "区卫生健康委");
  assert.match(why.message, /^sheet “名单”, row 2, column “单位” \(A2\): no unit “区卫健委” is known.*these would do: 区卫生健康委/);
  assert.match(why.zh, /^工作表「名单」第2行“单位”列（A2）：没有单位「区卫健委」.*可填：区卫生健康委/);
  const [{ sheet: none, row: same }] = fault(csv(rows)).faults;
  assert.deepEqual([none, same], [undefined, 2]);
  for (const [file, type] of [["", "empty"], ["%PDF-1.7", "no_spreadsheet"], [zipped({ a: "" }), "no_spreadsheet"], [xlsx(rows).slice(0, 999), "damaged"]]) {
    const unreadable = fault(file);
    assert.deepEqual([unreadable.name, unreadable.why.type, unreadable.faults], ["RosterError", type, []]);
    assert.throws(() => tables.sheets(file), { name: "RosterError" });
  }
});

test("a template that is filled founds a body, whose own roster changes nothing", () => {
  for (const language of ["zh", "en"]) {
    const [, words] = tables.sheets(tables.template(charter, language));
    const [head, ...rows] = cells(tables.template(charter, language));
    const at = (zh, en) => head.indexOf(language === "zh" ? zh : en);
    const asked = [at("是否分管此项工作", "In charge of the matter"), at("是否业务科室主要负责人", "Heads a business section"), at("是否熟悉职责", "Knows the duties"), at("是否精通业务", "Masters the trade")];
    const [says, member, liaison] = [at("担任", "Serves as"), ...(language === "zh" ? ["成员", "联络员"] : ["member", "liaison officer"])];
    const word = (column, no) => words.rows[no].cells.find(([it]) => it === words.rows[0].cells.find(([, head_]) => head_ === head[column])[0])[1];
    assert.ok(word(says, 1));
    rows.forEach((row, no) => {
      // These rows are about the unit itself.
      if (["成员单位", "牵头单位", "member unit", "lead unit"].includes(row[says].toLowerCase())) return;
      row[at("姓名", "Name")] = `p${no}`;
      if (![member, liaison].includes(row[says].toLowerCase())) return;
      row[at("职务", "Post in the unit")] = "略";
      row[at("职级", "Rank")] = row[says].toLowerCase() === member ? (language === "zh" ? "处级" : "division") : language === "zh" ? "科级" : "section";
      for (const column of asked.filter((it) => it >= 0)) row[column] = language === "zh" ? "是" : "yes";
    });
    const entering = { at: new Date("2022-04-21T01:00:00Z"), agreed: true, approval: { by: "区政府", on: "2022-04-20" } };
    const found = tables.founding([head, ...rows], charter, entering, language);
    assert.equal(found.acts[0].submission.act.type, "adopt_charter");
    assert.equal(found.tables[0].language, language);
    assert.equal(found.tables[0].rows.length, found.acts.length);
    const own = library.JointMeeting.begin(charter, { language });
    own.performAll(found.acts.filter((it) => !it.refusal).map((it) => it.submission));
    const { acts, open, same } = tables.changes(tables.book(own, "2022-05-01"), own, { at: "2022-05-01T09:00:00+08:00" });
    assert.deepEqual([acts, open], [[], []]);
    assert.ok(same.length > 6);
  }
});

test("answers and papers are tables, and are read back from an .xlsx as they were written", () => {
  const own = body("staffed");
  const on = "2023-01-10";
  const all = tables.ask(own, { answer: { roster: { on } } });
  const zh = tables.ask(own, { answer: { roster: { on } } }, { language: "zh", given: { persons: { p34: "甲" } } });
  assert.ok(all.length === zh.length && zh.some((it) => it.rows.flat().includes("甲")) && !all.some((it) => it.rows.flat().includes("甲")));
  const paper = new papers.Desk(own, { language: "zh" }).paper({ register: { on } });
  const ofPaper = tables.ofPaper(paper, on);
  assert.deepEqual(ofPaper.map((it) => it.rows.length), paper.blocks.filter((it) => it.type === "table").map((it) => it.rows.length));
  for (const it of [...all, ...zh, ...ofPaper].filter((it) => it.rows.length)) {
    const [head, ...rows] = cells(tables.write([it], "xlsx"));
    assert.deepEqual(head, it.columns.map((one) => one.head));
    assert.deepEqual(rows.map((row) => row.map(String)), it.rows.map((row) => row.map((one) => `${one ?? ""}`)), it.title);
  }
  assert.equal(tables.sheets(tables.write(all, "xlsx")).length, all.length);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(tables.write(ofPaper, "csv"));
  assert.ok(text.startsWith("\uFEFF"));
  assert.ok(tables.text(zh).includes(zh[0].title) && tables.text(zh, 40) !== tables.text(zh));
});

test("what is asked wrongly is said by the same errors", () => {
  const own = body("staffed");
  assert.throws(() => tables.ask(own, { answer: { trail: { subject: "no-such" } } }), { name: "Unknown" });
  assert.throws(() => tables.ask(own, { reports_owed: { on: "2023-01-10" } }), { name: "Malformed", path: "reports_owed" });
  assert.throws(() => tables.write([], "pdf"), { name: "Malformed", path: "format" });
  assert.throws(() => tables.write([{ title: "x" }], "xlsx"), { name: "Malformed" });
  assert.throws(() => tables.founding([["单位"]], charter, {}), { name: "Malformed" });
  assert.throws(() => tables.founding([1], charter, { at: new Date() }), TypeError);
  assert.throws(() => tables.changes("", {}, { at: new Date() }), TypeError);
  assert.throws(() => tables.template(charter, "de"), TypeError);
});

test("no part is asked before it is there, and files that parts share are loaded once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "joint-meeting-"));
  cpSync(installed, folder, { recursive: true });
  const entry = (name) => import(pathToFileURL(join(folder, "dist", name)).href);
  const parts = JSON.parse(readFileSync(join(folder, "dist/parts.json"), "utf8"));
  const file = (name) => readFileSync(join(folder, "dist", name));
  const [web, face, one, other] = [await entry("web.js"), await entry("tables.js"), await entry("tables-web.js"), await entry("papers-web.js")];
  await web.ready(file("joint_meeting.wasm"));
  assert.throws(() => face.sheets("a,b\n1,2\n"), /the part for tables is not there yet/);
  assert.throws(() => web.Charter.outline("第一条 总则"), /the part for authoring is not there yet: `await ready\(\)` of `joint-meeting\/authoring` first/);
  const asked = [];
  const failing = async () => Promise.reject(new Error("no network"));
  await assert.rejects(one.ready(failing), /no network/);
  const sources = (name) => asked.push(name) && file(name);
  await Promise.all([one.ready(sources), other.ready(sources)]);
  await one.ready(sources);
  assert.deepEqual(asked.sort(), [...new Set([...parts.tables, ...parts.papers])].sort());
  assert.equal(face.sheets("a,b\n1,2\n")[0].rows.length, 2);
  await (await entry("authoring-web.js")).ready(file);
  assert.ok(web.Charter.outline("第一条 总则"));
});
