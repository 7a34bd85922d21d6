/**
 * Papers (公文) made from a joint meeting's journal, and dates for calendars. What they need is a part of the engine
 * that is loaded by whoever imports this. Here is no rule and no wording: every answer is the core's.
 */

import type {
  Date as Day,
  Dates,
  Filed,
  Paper,
  PaperChecked,
  PaperFormat,
  PaperKnown,
  PaperOffice,
  PaperQuestion,
  Wanted,
} from "../types/types.js";
import { askBeyond, callBeyond, json } from "./engine.js";
import type { InWords } from "./errors.js";
import * as given from "./given.js";
import { JointMeeting } from "./index.js";
import * as raw from "./raw.js";

export { NoPaper } from "./errors.js";

/** How a paper stands by every rule on documents, each finding with its words. */
export type PaperCheckedInWords = PaperChecked & { words: InWords[] };

type Answered<T> = { answer: T; words: [zh: string[], en: string[]] };

function worded({ answer, words: [zh, en] }: Answered<PaperChecked>): PaperCheckedInWords {
  return { ...answer, words: zh.map((it, ix) => ({ zh: it, en: en[ix]! })) };
}

/** Where papers are made: a body, and how an office writes. */
export class Desk {
  readonly #body: JointMeeting;
  readonly #office: string;

  /** A desk for a body, as it stands whenever something is asked. */
  constructor(body: JointMeeting, office: PaperOffice | string = {}) {
    this.#body = given.member(body, JointMeeting, "JointMeeting", "body");
    this.#office = json(office);
  }

  /** Any question about papers as data, or its JSON text. Each method below is one of them. */
  ask(question: PaperQuestion | string): unknown {
    return this.#ask(question).answer;
  }

  #ask<T>(question: PaperQuestion | string, inWords = false): Answered<T> {
    const asked = json(question);
    return askBeyond("papers", () => JointMeeting.rawOf<raw.Body>(this.#body).askPapers(this.#office, asked, inWords));
  }

  /** Makes a paper. Throws `NoPaper`. */
  paper(wanted: Wanted): Paper {
    return this.#ask<Paper>({ paper: { wanted } }).answer;
  }

  /** What the journal knows of a paper that is not printed on it. */
  known(wanted: Wanted): PaperKnown {
    return this.#ask<PaperKnown>({ known: { wanted } }).answer;
  }

  /** Makes a paper and looks at it by every rule on documents. */
  check(wanted: Wanted): PaperCheckedInWords {
    return worded(this.#ask<PaperChecked>({ check: { wanted } }, true));
  }

  /** All papers of a year, for whoever inspects it. */
  evidence(year: number, on: Day): Filed[] {
    return this.#ask<Filed[]>({ evidence: { year, on } }).answer;
  }

  /** The dates of a period: a file for calendar programs, and a paper with a table. */
  calendar(from: Day, to: Day, on: Day): Dates {
    return this.#ask<Dates>({ calendar: { from, to, on } }).answer;
  }
}

/** How a paper stands by every rule on documents, with what is known beside it. */
export function check(paper: Paper | string, known: PaperKnown | string = {}): PaperCheckedInWords {
  const [made, beside] = [json(paper), json(known)];
  return worded(askBeyond("papers", () => raw.checkPaper(made, beside, true)));
}

/** A paper as a file. Throws `NoPaper`, for CSV if it has no table. */
export function write(paper: Paper | string, format: PaperFormat): Uint8Array<ArrayBuffer> {
  const [made, ending] = [json(paper), given.text(format, "format")];
  return callBeyond("papers", () => raw.writePaper(made, ending) as Uint8Array<ArrayBuffer>);
}
