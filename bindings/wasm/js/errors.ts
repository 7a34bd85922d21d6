/**
 * What goes wrong, as classes under one base. Every answer in them comes from the core; nothing is judged here.
 */

import type { Cure, Ground, LineError, PaperError, QuestionError, Refusal } from "../types/types.js";

/** The language of a message. */
export type Language = "zh" | "en";

/** The same in both languages. */
export interface InWords {
  readonly zh: string;
  readonly en: string;
}

/** The base of everything this library throws. */
export class JointMeetingError extends Error {
  static {
    this.prototype.name = "JointMeetingError";
  }

  /** The message in Chinese, where the core said it. */
  zh?: string;
}

/** An act that the rules refuse (不予). Nothing has changed. */
export class Refused extends JointMeetingError {
  static {
    this.prototype.name = "Refused";
  }

  /** The refusal as data. */
  readonly refusal: Refusal;
  /** The message in both languages. */
  readonly words: InWords;
  /** The place of the submission among several of which all were to be performed, counted from nought. */
  readonly index: number | undefined;

  constructor(refusal: Refusal, words: InWords, language: Language, index?: number) {
    super(words[language]);
    this.refusal = refusal;
    this.words = words;
    this.index = index;
  }

  /** Every ground, with its clause; none if names are unknown or taken. */
  get grounds(): Ground[] {
    return this.refusal.type === "rules" ? this.refusal.grounds : [];
  }

  /** What would cure the grounds, and who can do it. */
  get cures(): Cure[] {
    return this.grounds.flatMap((it) => it.cures ?? []);
  }
}

/** Input that cannot be read (格式错误): neither accepted nor refused. Nothing has changed. */
export class Malformed extends JointMeetingError {
  static {
    this.prototype.name = "Malformed";
  }

  constructor(
    /** The path of the field; `.` for the whole. */
    readonly path: string,
    /** What is wrong. */
    readonly problem: string,
  ) {
    super(`${path}: ${problem}`);
  }
}

/** A charter that does not load, or does not belong where it was given. */
export class CharterError extends JointMeetingError {
  static {
    this.prototype.name = "CharterError";
  }

  constructor(
    message: string,
    /** All that is wrong with the file, each with its place; none if it is the place of the charter that is wrong. */
    readonly errors: { place: string; problem: { type: string; value?: unknown } }[],
  ) {
    super(message);
  }
}

/** A journal that is not as it was written, or not of this charter. */
export class JournalError extends JointMeetingError {
  static {
    this.prototype.name = "JournalError";
  }

  constructor(
    message: string,
    /** The first bad line, counted from one; the header is line one. */
    readonly line: number,
    /** What is wrong with it. */
    readonly fault: LineError,
  ) {
    super(message);
  }
}

/** An entry that does not follow the last one: another was applied in between. Decide again. */
export class Conflict extends JointMeetingError {
  static {
    this.prototype.name = "Conflict";
  }

  constructor(
    message: string,
    /** The number of the next entry. */
    readonly expected: number,
    /** The number of the entry given. */
    readonly found: number,
  ) {
    super(message);
  }
}

/** A question about something that is not known. */
export class Unknown extends JointMeetingError {
  static {
    this.prototype.name = "Unknown";
  }

  constructor(
    message: string,
    /** What was asked about, and the known names that are nearest to it. */
    readonly why: QuestionError,
  ) {
    super(message);
  }
}

/** A paper that cannot be made or written. */
export class NoPaper extends JointMeetingError {
  static {
    this.prototype.name = "NoPaper";
  }

  constructor(
    message: string,
    /** Why, as data. */
    readonly why: PaperError,
  ) {
    super(message);
  }
}

/** Something that is wrong in a roster. */
export interface RosterFault {
  /** The sheet; none in a .csv. */
  sheet?: string;
  /** The row, as a spreadsheet counts it. */
  row?: number;
  /** The heading of the column. */
  column?: string;
  /** The cell: `C5`. */
  cell?: string;
  /** What is wrong, in a word; what stands there is in `text`. */
  wrong: string;
  text?: string;
  /** The words that would do, the nearest first. */
  nearest?: string[];
}

/** A roster of which nothing is made: its file cannot be read, or something in it is wrong. All of it is told. */
export class RosterError extends JointMeetingError {
  static {
    this.prototype.name = "RosterError";
  }

  constructor(
    message: string,
    /** Why, as data. */
    readonly why: { type: string; faults?: RosterFault[] },
  ) {
    super(message);
  }

  /** What is wrong in it, each with its place; none if the file cannot be read. */
  get faults(): RosterFault[] {
    return this.why.faults ?? [];
  }
}

/** Tables that cannot be written as a workbook. */
export class TableError extends JointMeetingError {
  static {
    this.prototype.name = "TableError";
  }

  constructor(
    message: string,
    /** Why, as data. */
    readonly why: { type: string },
  ) {
    super(message);
  }
}

/** Something is asked of an object that has been freed. */
export class Freed extends JointMeetingError {
  static {
    this.prototype.name = "Freed";
  }

  constructor() {
    super("it has been freed");
    this.zh = "该对象已释放";
  }
}

/**
 * The engine has stopped in the middle of a call, for want of memory or by a fault of its own. No object of it answers
 * any more, so that nobody sees half a state: load the page anew or start another process, and replay the journal.
 */
export class Broken extends JointMeetingError {
  static {
    this.prototype.name = "Broken";
  }

  constructor(cause: unknown) {
    super("the engine has stopped; start it anew and replay the journal", { cause });
  }
}

/** What the core throws, as the error it is. */
export function errorOf(thrown: string): JointMeetingError {
  const it = JSON.parse(thrown);
  return Object.assign(typed(it), { zh: it.zh });
}

function typed(it: ReturnType<typeof JSON.parse>): JointMeetingError {
  switch (it.type) {
    case "malformed":
      return new Malformed(it.path, it.problem);
    case "charter":
      return new CharterError(it.message, it.errors);
    case "journal":
      return new JournalError(it.message, it.line, it.fault);
    case "question":
      return new Unknown(it.message, it.why);
    case "paper":
      return new NoPaper(it.message, it.why);
    case "roster":
      return new RosterError(it.message, it.why);
    case "table":
      return new TableError(it.message, it.why);
    default:
      return new Conflict(it.message, it.expected, it.found);
  }
}
