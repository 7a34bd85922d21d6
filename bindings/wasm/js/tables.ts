/**
 * Tables in and out: the roster (名单) that an office keeps in a spreadsheet, answers laid out to be read, files of spreadsheets. What they
 * need is a part of the engine that is loaded by whoever imports this. What stands in them is the core's.
 */

import type { Approval, Given, Paper, Proof, Question, Refusal, Submission } from "../types/types.js";
import { askBeyond, callBeyond, json } from "./engine.js";
import type { InWords, Language } from "./errors.js";
import * as given from "./given.js";
import type { TextOrBytes } from "./given.js";
import { Charter, type Day, JointMeeting, type Moment } from "./index.js";
import * as raw from "./raw.js";

export { RosterError, TableError } from "./errors.js";

/** A column of a table: its name, the same in every language, and its heading. */
export interface TableColumn {
  name: string;
  head: string;
}

/** A cell of a table: a text, a number, a day or a moment as text, or nothing. */
export type TableCell = string | number | null;

/** A table as data. */
export interface Table {
  title: string;
  language: Language;
  /** The day as of which it holds. */
  on?: Day;
  columns: TableColumn[];
  /** Each with a cell for every column. */
  rows: TableCell[][];
}

/** A sheet as it was read. */
export interface Sheet {
  /** Its name; none for a .csv. */
  name: string;
  /** Its rows with something in them: each with its number, counted from one, and its cells, each with its column, counted from nought. */
  rows: { no: number; cells: [column: number, cell: SheetCell][] }[];
  /** Whether numbers count days from 1904. */
  from_1904: boolean;
}

/** A cell of a sheet; a day is a text. */
export type SheetCell = string | number | boolean | { error: string };

/** A roster: the bytes of an .xlsx, .ods or .csv, the text of a .csv, or the rows of a sheet, the headings among them. */
export type Roster = TextOrBytes | Iterable<Iterable<string | number | boolean | null | undefined>>;

/** How a roster is entered: done `at`, by whoever may, on what; `approval` and `agreed` for a founding. */
export interface Entering {
  /** When what the roster says is done. */
  at: Moment;
  /** Who enters it. What they may not do themselves is proposed to be done by whoever may, and entered by them. */
  by?: string;
  /** When it is entered, if that is later. */
  recorded_at?: Moment;
  /** What shows that it is true. */
  proofs?: Proof[];
  /** The paper on which it rests, where a row names none. */
  basis?: string;
  /** The superior's approval of a founding. */
  approval?: Approval;
  /** Whether every member unit has agreed to a founding. */
  agreed?: boolean;
}

/** A row of a roster: its number, and its sheet; none in a .csv. */
export interface RosterPlace {
  sheet?: string;
  row: number;
}

/** An act that a roster proposes. */
export interface ProposedAct {
  submission: Submission;
  /** What it is about. */
  says: InWords;
  /** The row that says so; none for what the rows say together. */
  place?: RosterPlace;
  /** Why it would be refused, after the acts before it. */
  refusal?: Refusal;
}

interface Proposed {
  /** The acts, in the order in which they are to be performed. */
  acts: ProposedAct[];
  /** What persons are called, where the roster has a code beside the name: what papers are given. */
  persons?: Record<string, string>;
  /** Headings of columns that mean nothing here. */
  ignored?: string[];
  /** The same to be read. */
  tables: Table[];
}

/** The acts by which a roster founds a body: the adoption of the charter, then whom the units name. */
export interface Founding extends Proposed {
  /** Rows of posts and capacities in which nobody stands. */
  vacant?: RosterPlace[];
  /** Rows that tell of what was over by then. */
  past?: RosterPlace[];
}

/** What a roster says otherwise than a body has it. */
export interface Changes extends Proposed {
  /** What differs and needs a decision. */
  open: {
    what: "person_without_row" | "unit_without_row" | "lead" | "rank" | "acting" | "first_day";
    says: InWords;
    place?: RosterPlace;
  }[];
  /** What is the same. */
  same: { says: InWords; place: RosterPlace }[];
}

/** A question whose answer is tables: any question to a body as an `answer`, and some that only tables answer. */
export type TableQuestion =
  | { answer: Question }
  | { reports_owed: { on: Day; horizon_days: number } }
  | { may_issue: { minutes: string; by: string; at: Moment } }
  | { record: { on: Day } }
  | { why: { id: string; on: Day } };

/** The language of words, and what the office calls persons; the language of the body, if none is given. */
export interface Named {
  language?: Language;
  given?: Given;
}

/** A file, and rows as JSON text: of these a roster is one. */
function handed(roster: Roster): [file: Uint8Array | undefined, rows: string] {
  if (typeof roster === "string" || roster instanceof Uint8Array || roster instanceof ArrayBuffer) {
    return [given.bytes(roster, "roster"), ""];
  }
  const rows = Array.from(given.iterable(roster, "roster"), (row, ix) => Array.from(given.iterable(row, `roster[${ix}]`)));
  return [undefined, json({ rows }, "roster")];
}

function engineOf(body: JointMeeting): raw.Body {
  return JointMeeting.rawOf<raw.Body>(given.member(body, JointMeeting, "JointMeeting", "body"));
}

function charterOf(charter: Charter): raw.Charter {
  return Charter.rawOf<raw.Charter>(given.member(charter, Charter, "Charter", "charter"));
}

function naming(body: JointMeeting, { language = body.language, given: persons = {} }: Named): [persons: string, language: Language] {
  return [json(persons, "given"), given.language(language)];
}

/** The sheets of a file: .xlsx, .ods or .csv, told apart by what is in it. Throws `RosterError`. */
export function sheets(file: TextOrBytes): Sheet[] {
  const bytes = given.bytes(file, "file");
  return askBeyond("tables", () => raw.readSheets(bytes));
}

/** A roster to be filled, as an .xlsx: a row for every post of the charter and for whom each unit names; the second sheet lists the words that will do. */
export function template(charter: Charter, language: Language = "zh"): Uint8Array<ArrayBuffer> {
  const [under, word] = [charterOf(charter), given.language(language)];
  return callBeyond("tables", () => raw.rosterTemplate(under, word) as Uint8Array<ArrayBuffer>);
}

/** The roster of a body on a day as an .xlsx: to be corrected, and handed in again to `changes`. */
export function book(body: JointMeeting, on: Day, named: Named = {}): Uint8Array<ArrayBuffer> {
  const [engine, day, [persons, language]] = [engineOf(body), json({ on }), naming(body, named)];
  return callBeyond("tables", () => engine.rosterBook(persons, day, language) as Uint8Array<ArrayBuffer>);
}

/** The founding of a body from a roster. Throws `RosterError` with all that is wrong in it, cell by cell. */
export function founding(roster: Roster, charter: Charter, entering: Entering, language: Language = "zh"): Founding {
  const [[file, rows], under, how, word] = [handed(roster), charterOf(charter), json(entering), given.language(language)];
  const { founding, tables } = askBeyond<{ founding: Omit<Founding, "tables">; tables: Table[] }>("tables", () => raw.founding(file, rows, under, how, word));
  return { ...founding, tables };
}

/** What a roster says otherwise than a body: `body.performAll` does what it asks for. Throws `RosterError` with all that is wrong in it. */
export function changes(roster: Roster, body: JointMeeting, entering: Entering, named: Named = {}): Changes {
  const [[file, rows], engine, how, [persons, language]] = [handed(roster), engineOf(body), json(entering), naming(body, named)];
  const { changes, tables } = askBeyond<{ changes: Omit<Changes, "tables">; tables: Table[] }>("tables", () => engine.changes(file, rows, persons, how, language));
  return { ...changes, tables };
}

/** The tables of what a body is asked. Of something that is not known: `Unknown`. */
export function ask(body: JointMeeting, question: TableQuestion | string, named: Named = {}): Table[] {
  const [engine, asked, [persons, language]] = [engineOf(body), json(question), naming(body, named)];
  return askBeyond("tables", () => engine.askTables(persons, asked, language));
}

/** The tables that stand in a paper; none if it has none. They hold as of a day, or as of that of its signature. */
export function ofPaper(paper: Paper | string, on?: Day): Table[] {
  const [made, day] = [json(paper), on === undefined ? undefined : json({ on })];
  return askBeyond("tables", () => raw.paperTables(made, day));
}

/** Tables as a file: an .xlsx with a sheet for each, or a .csv by whose mark spreadsheets know UTF-8. Throws `TableError`. */
export function write(tables: Table[], format: "xlsx" | "csv"): Uint8Array<ArrayBuffer> {
  return written(tables, given.text(format, "format"));
}

/** Tables as text, in which a Chinese character counts twice: as wide as they are, or in so many columns. */
export function text(tables: Table[], width?: number): string {
  return given.text(written(tables, "txt", width), "text");
}

function written(tables: Table[], format: string, width?: number): Uint8Array<ArrayBuffer> {
  const all = json({ tables }, "tables");
  return callBeyond("tables", () => raw.writeTables(all, format, width) as Uint8Array<ArrayBuffer>);
}
