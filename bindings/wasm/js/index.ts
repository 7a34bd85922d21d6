/**
 * The rule engine of a joint meeting (联席会议), for JavaScript. Plain objects in and out; a time is a `Date` or an ISO
 * string with its offset, a day is `YYYY-MM-DD`. Here is no rule: every answer is the core's.
 */

import type {
  Act,
  ActName,
  Audit,
  Breach,
  CharterDiff,
  CharterFile,
  Choice,
  Clause,
  ClauseVerdict,
  Decision,
  Entry,
  EntryExplained,
  FamilyAudit,
  Head,
  LintFinding,
  Misplaced,
  Obligation,
  OptionsAfter,
  OptionsPage,
  Outline,
  Period,
  Question,
  Refusal,
  Roster,
  RuleExplained,
  Submission,
  Touched,
  Trace,
} from "../types/types.js";
import { bundled } from "./bundled.js";
import { ask, askBeyond, call, json } from "./engine.js";
import { Freed, Malformed, type InWords, type Language, Refused } from "./errors.js";
import * as given from "./given.js";
import type { TextOrBytes } from "./given.js";
import * as raw from "./raw.js";

export type * from "../types/types.js";
export { memory } from "./engine.js";
export { Broken, CharterError, Conflict, Freed, JointMeetingError, JournalError, Malformed, Refused, Unknown } from "./errors.js";
export type { InWords, Language } from "./errors.js";
export type { TextOrBytes } from "./given.js";

/** A moment: a `Date`, or RFC 3339 with an offset, `2022-12-25T09:00:00+08:00`. */
export type Moment = Date | string;
/** A day: `2022-12-25`. */
export type Day = string;

/** An act as a host submits it: a submission, whose moments may be a `Date`. */
export interface Submitted extends Omit<Submission, "at" | "recorded_at"> {
  /** When it happened. */
  at: Moment;
  /** When it was entered; if not given, when it happened. */
  recorded_at?: Moment;
}

/** A submission, or its JSON text. */
export type Submittable = Submitted | string;

/** Why an act is refused, in data and in words. */
export interface NotAccepted {
  type: "refused";
  refusal: Refusal;
  /** In the language of the body. */
  message: string;
}
/** May this be done? */
export type Checked = { type: "accepted" } | NotAccepted;
/** Was it done? */
export type Tried = Accepted | NotAccepted;

/** Which of the options are asked for; nothing said, the first page of all. */
export interface OptionsWanted {
  /** Only what belongs to the thing of this name, or names it. */
  about?: string;
  /** Only acts of these kinds. */
  kinds?: ActName[];
  /** How many rows a page has at most: 256 if not given, 1024 at most. */
  limit?: number;
  /** The `after` of the page before. */
  after?: OptionsAfter;
}

/** What a body may be given at its beginning. */
export interface BodyOptions {
  /** The language of messages; Chinese if not given. */
  language?: Language;
  /**
   * Another table of working days, by which acts are decided, in a checked replay as well. In CSV: `date,kind,occasion`, where the kind
   * is `off` or `work`, and two lines that say how far it is known, in whole years: `2022-01-01,known_from` and
   * `2027-12-31,known_through`.
   */
  calendar?: TextOrBytes;
}

/** Something held in the engine's memory, given back by `free` or at the end of a `using` block. */
abstract class Handle<R extends { free(): void }> {
  #raw: R | undefined;

  protected constructor(made: R) {
    this.#raw = made;
  }

  /** @internal */
  protected get raw(): R {
    if (!this.#raw) throw new Freed();
    return this.#raw;
  }

  /** Gives the memory back; nothing may be asked of it afterwards. */
  free(): void {
    const raw = this.#raw;
    this.#raw = undefined;
    if (raw) call(() => raw.free());
  }

  [Symbol.dispose](): void {
    this.free();
  }

  /** @internal */
  static rawOf<R extends { free(): void }>(handle: Handle<R>): R {
    return handle.raw;
  }
}

/** What the engine holds of a charter that a caller gave. */
function charter(value: Charter, name: string): raw.Charter {
  return Handle.rawOf<raw.Charter>(given.member(value, Charter, "Charter", name));
}

/** Several handles for one call, which takes them over. */
function charters(all: Charter | Iterable<Charter>, name: string): raw.Charters {
  const those = all instanceof Charter ? [all] : given.members(all, Charter, "Charter", name);
  const handles = those.map((it) => charter(it, name));
  const list = new raw.Charters();
  for (const it of handles) list.push(it);
  return list;
}

/** A charter (联席会议制度), loaded and checked. */
export class Charter extends Handle<raw.Charter> {
  readonly id: string;
  readonly version: number;
  /** The SHA-256 of the file and of the general charters that bind it. */
  readonly digest: string;

  private constructor(made: raw.Charter) {
    super(made);
    const head = ask<{ id: string; version: number; digest: string }>(() => made.head());
    this.id = head.id;
    this.version = head.version;
    this.digest = head.digest;
  }

  /** @internal */
  static of(made: raw.Charter): Charter {
    return new Charter(made);
  }

  /** The names of the charters that come with the package. */
  static names(): string[] {
    return Object.keys(bundled);
  }

  /** A charter that comes with the package. Its file is fetched by itself. */
  static bundled(name: string): Promise<Charter> {
    const wanted = given.text(name, "name");
    if (!Object.hasOwn(bundled, wanted)) {
      const all = Charter.names().map((it) => `\`${it}\``);
      throw new Malformed("name", `no charter \`${wanted}\` comes with the library; these do: ${all.join(", ")}`);
    }
    return bundled[wanted]!().then((it) => Charter.fromJson(it.default));
  }

  /** The outline of an official text. In a page, `joint-meeting/authoring` must be ready. */
  static outline(text: TextOrBytes): Outline {
    const official = given.text(text, "text");
    return askBeyond("authoring", () => raw.outline(official));
  }

  /** Reads a charter file. Pass the text as it is: its digest is that of its bytes. Throws `CharterError`. */
  static fromJson(text: TextOrBytes, general: Iterable<Charter> = []): Charter {
    const file = given.text(text, "text");
    return new Charter(call(() => raw.Charter.read(file, charters(general, "general"))));
  }

  /** The file as written. */
  get file(): CharterFile {
    return ask(() => this.raw.file());
  }

  /** The clauses, with those of the general charters that bind it. */
  get clauses(): Clause[] {
    return ask(() => this.raw.clauses());
  }

  /** What looks wrong; with the official text, also what does not agree with it. In a page, `joint-meeting/authoring` must be ready. */
  lint(text?: TextOrBytes): LintFinding[] {
    const official = text === undefined ? undefined : given.text(text, "text");
    return askBeyond("authoring", () => this.raw.lint(official));
  }

  /** Key phrases that are not where they should be in the official text. In a page, `joint-meeting/authoring` must be ready. */
  checkText(text: TextOrBytes): Misplaced[] {
    const official = given.text(text, "text");
    return askBeyond("authoring", () => this.raw.checkText(official));
  }

  /** What changed from this charter to another. In a page, `joint-meeting/authoring` must be ready. */
  diff(after: Charter): CharterDiff {
    const other = charter(after, "after");
    return askBeyond("authoring", () => this.raw.diff(other));
  }
}

/** A journal (留痕): a header, then a line for each entry with the digest of the line before. */
export class Journal {
  #text: string;
  #head: Head;

  private constructor(text: string, head: Head) {
    this.#text = text;
    this.#head = head;
  }

  /** @internal */
  static of({ text, head }: { text: string; head: Head }): Journal {
    return new Journal(text, head);
  }

  /** A journal that was stored. Checks the chain, and against a head if one was kept. Throws `JournalError`. */
  static read(text: TextOrBytes, kept?: Head | string): Journal {
    const stored = given.text(text, "text");
    const head = kept === undefined ? undefined : json(kept, "kept");
    return new Journal(stored, ask(() => raw.verifyJournal(stored, head)));
  }

  /**
   * The lines that end: what is left when a process was killed, or a disk full, in the middle of a line. What stands after
   * the last end of a line nobody was told is kept; a host cuts it off and goes on. Throws `JournalError`.
   */
  static intact(text: TextOrBytes): Journal {
    const stored = given.bytes(text, "text");
    return Journal.of(ask(() => raw.intactJournal(stored)));
  }

  /** A journal without entries. */
  static begin(under: Charter): Journal {
    const it = charter(under, "under");
    return Journal.of(ask(() => raw.beginJournal(it)));
  }

  /** Adds the line of the next entry, and gives it back for hosts that store line by line. */
  append(entry: Entry): string {
    const [head, next] = [json(this.#head), json(entry)];
    const written = ask<{ text: string; head: Head }>(() => raw.writeJournal(head, next));
    this.#text += written.text;
    this.#head = written.head;
    return written.text;
  }

  /** The whole. */
  get text(): string {
    return this.#text;
  }

  /** How far it reaches. Kept elsewhere, it shows when the end was cut off. */
  get head(): Head {
    return this.#head;
  }
}

/** An act that is done. Its entry is read when it is asked for, from the body, which must not have been freed by then. */
export class Accepted {
  readonly type = "accepted";
  readonly #body: JointMeeting;

  /** @internal */
  constructor(
    body: JointMeeting,
    /** The number of its entry. */
    readonly no: number,
  ) {
    this.#body = body;
  }

  /** Its entry, as it was recorded. */
  get entry(): Entry {
    const raw = JointMeeting.rawOf<raw.Body>(this.#body);
    return ask(() => raw.entry(this.no)!);
  }
}

interface InData {
  refusal: Refusal;
  words: InWords;
}

interface RefusedAt extends InData {
  index: number;
}

/** The same answer, each with its words. */
export type WithWords<T> = T & { words?: InWords };

/** An audit, each clause with its words. */
export type AuditInWords = Omit<Audit, "clauses"> & { clauses: WithWords<ClauseVerdict>[] };

/** Each part with its words, where it has any. */
function worded<T>(parts: T[], [zh = [], en = []]: string[][]): WithWords<T>[] {
  return parts.map((it, ix) => ({ ...it, ...(zh[ix] && en[ix] && { words: { zh: zh[ix], en: en[ix] } }) }));
}

/** A joint meeting (联席会议): the standing body, as its journal tells. */
export class JointMeeting extends Handle<raw.Body> {
  #language: Language;

  private constructor(made: raw.Body, language: Language) {
    super(made);
    this.#language = language;
  }

  /** The language of messages. */
  get language(): Language {
    return this.#language;
  }

  set language(language: Language) {
    this.#language = given.language(language);
  }

  /** Settings are looked at before anything is made. */
  static #with(settings: BodyOptions, make: (calendar?: string) => raw.Body): JointMeeting {
    const all = given.settings(settings, "settings");
    const language = given.language(all.language ?? "zh");
    const calendar = all.calendar === undefined ? undefined : given.text(all.calendar, "calendar");
    return new JointMeeting(
      call(() => make(calendar)),
      language,
    );
  }

  /** A journal that a caller gave. */
  static #text(journal: TextOrBytes | Journal): string {
    return journal instanceof Journal ? journal.text : given.text(journal, "journal");
  }

  /** A body under a charter, or under the successive versions of one. Nothing has happened yet. */
  static begin(under: Charter | Iterable<Charter>, settings: BodyOptions = {}): JointMeeting {
    return this.#with(settings, (calendar) => raw.Body.begin(charters(under, "under"), calendar));
  }

  /** A body as its journal tells. Trusts every line. Throws `JournalError`. */
  static replay(under: Charter | Iterable<Charter>, journal: TextOrBytes | Journal, settings: BodyOptions = {}): JointMeeting {
    const text = this.#text(journal);
    return this.#with(settings, (calendar) => raw.Body.replay(charters(under, "under"), text, calendar));
  }

  /**
   * A body as its journal tells, with the chain checked, against a head if one was kept, and every act decided again.
   * What the rules would have refused is in `breaches`.
   */
  static replayChecked(
    under: Charter | Iterable<Charter>,
    journal: TextOrBytes | Journal,
    settings: BodyOptions & { head?: Head | string } = {},
  ): JointMeeting {
    const text = this.#text(journal);
    const { head: kept } = given.settings(settings, "settings");
    const head = kept === undefined ? undefined : json(kept, "head");
    return this.#with(settings, (calendar) => raw.Body.replayChecked(charters(under, "under"), text, head, calendar));
  }

  /**
   * Says what time it is, until another time is said: nothing is recorded after the end of that day.
   *
   * Where nobody says so, nothing is recorded more than two years after what is known, by the table of working days or by the last entry.
   * Entries that a journal tells of are not asked.
   */
  setNow(now: Moment): void {
    const asked = json({ at: now });
    call(() => this.raw.setNow(asked));
  }

  /** The entry to store and then to apply, or the refusal. Changes nothing. */
  decide(submission: Submittable): Decision {
    const text = json(submission);
    return ask(() => this.raw.decide(text));
  }

  /** Folds in an entry that was decided on this state, and stored since. Throws `Conflict`. */
  apply(entry: Entry): void {
    const text = json(entry);
    call(() => this.raw.apply(text));
  }

  /** May this be done? Changes nothing. */
  check(submission: Submittable): Checked {
    const text = json(submission);
    const refused = call(() => this.raw.check(text));
    return refused === undefined ? { type: "accepted" } : this.#refused(refused);
  }

  /** Does it, or throws `Refused`. */
  perform(submission: Submittable): Entry {
    const done = this.#perform(submission);
    if (done instanceof Accepted) return done.entry;
    const { refusal, words }: InData = JSON.parse(done);
    throw new Refused(refusal, words, this.language);
  }

  /** Does it, or says why not. */
  tryPerform(submission: Submittable): Tried {
    const done = this.#perform(submission);
    return done instanceof Accepted ? done : this.#refused(done);
  }

  /**
   * Does many in order, each accepted or refused for itself. If one is malformed, none is done. A string is the JSON text of
   * the whole list.
   */
  performMany(submissions: Iterable<Submittable> | string): Decision[] {
    if (typeof submissions === "string") {
      const list = given.wellFormed(submissions, "submissions");
      return ask(() => this.raw.performList(list));
    }
    const texts = Array.from(given.iterable(submissions, "submissions"), (it, ix) => json(it, `[${ix}]`));
    return ask(() => this.raw.performMany(texts));
  }

  /**
   * Does all of these or none, each on the state after those before it. For the first that is refused it throws `Refused`,
   * with its place in `index`; then nothing has changed.
   */
  performAll(submissions: Iterable<Submittable>): Entry[] {
    const texts = Array.from(given.iterable(submissions, "submissions"), (it, ix) => json(it, `[${ix}]`));
    const done = ask<Entry[] | RefusedAt>(() => this.raw.performAll(texts));
    if (Array.isArray(done)) return done;
    throw new Refused(done.refusal, done.words, this.language, done.index);
  }

  /** What would become of these, one after the other: the decision on each. Changes nothing. */
  whatIf(submissions: Iterable<Submittable>): Decision[] {
    const texts = Array.from(given.iterable(submissions, "submissions"), (it, ix) => json(it, `[${ix}]`));
    return this.#ask<Decision[]>(`{"what_if":{"submissions":[${texts.join(",")}]}}`).answer;
  }

  /** What is done, or in text why not. */
  #perform(submission: Submittable): Accepted | string {
    const text = json(submission);
    const done = call(() => this.raw.perform(text));
    return typeof done === "number" ? new Accepted(this, done) : done;
  }

  #refused(text: string): NotAccepted {
    const { refusal, words }: InData = JSON.parse(text);
    return { type: "refused", refusal, message: words[this.language] };
  }

  /** Any question as data, or its JSON text. Each method below that only asks is one of them. */
  ask(question: Question | string): unknown {
    return this.#ask(question).answer;
  }

  #ask<T>(question: object | string, inWords = false): { answer: T; words: string[][] } {
    const asked = json(question);
    return ask(() => this.raw.ask(asked, inWords));
  }

  /** The acts worth trying by an actor at a moment, open and blocked; of each kind at most 256. */
  options(by: string, at: Moment): Choice[] {
    return this.#ask<Choice[]>({ options: { by, at } }).answer;
  }

  /** The same, each blocked one with its refusal in words. */
  optionsInWords(by: string, at: Moment): WithWords<Choice>[] {
    const { answer, words } = this.#ask<Choice[]>({ options: { by, at } }, true);
    return worded(answer, words);
  }

  /** A page of them, kind by kind, with counts of all there are. */
  optionsPage(by: string, at: Moment, wanted: OptionsWanted = {}): OptionsPage {
    const { about, kinds, limit, after } = given.settings(wanted, "wanted");
    return this.#ask<OptionsPage>({ options_page: { by, at, about, kinds, limit, after } }).answer;
  }

  /** What is owed on a day, or falls due within so many days. */
  obligations(on: Day, horizonDays: number): Obligation[] {
    return this.#ask<Obligation[]>({ obligations: { on, horizon_days: horizonDays } }).answer;
  }

  /** The same, each in words. */
  obligationsInWords(on: Day, horizonDays: number): WithWords<Obligation>[] {
    const { answer, words } = this.#ask<Obligation[]>({ obligations: { on, horizon_days: horizonDays } }, true);
    return worded(answer, words);
  }

  /** A verdict for every clause for a period of at most twenty years, as seen on a day. */
  audit(period: Period, on: Day): Audit {
    return this.#ask<Audit>({ audit: { period, on } }).answer;
  }

  /** The same, each clause in words. */
  auditInWords(period: Period, on: Day): AuditInWords {
    const { answer, words } = this.#ask<Audit>({ audit: { period, on } }, true);
    return { ...answer, clauses: worded(answer.clauses, words) };
  }

  /** An audit for each calendar year, made when it is asked for: only that one is in memory. */
  audits(from: number, through: number, on: Day): Generator<Audit, void> {
    const [first, last] = [given.year(from, "from"), given.year(through, "through")];
    const audit = (year: number) => this.audit({ from: `${year}-01-01`, to: `${year}-12-31` }, on);
    return (function* () {
      for (let year = first; year <= last; year++) yield audit(year);
    })();
  }

  /** The same for this body and bodies below it. Throws `CharterError` if one does not stand below it. */
  auditFamily(children: Iterable<JointMeeting>, period: Period, on: Day): FamilyAudit {
    const asked = json({ period, on });
    const handles = given.members(children, JointMeeting, "JointMeeting", "children").map((it) => it.raw);
    return ask(() => {
      const below = new raw.Bodies();
      try {
        for (const it of handles) below.push(it);
        return this.raw.auditFamily(below, asked);
      } finally {
        below.free();
      }
    });
  }

  /** Who was what on a day. */
  roster(on: Day): Roster {
    return this.#ask<Roster>({ roster: { on } }).answer;
  }

  /** The first name of `roster`, which stays. */
  register(on: Day): Roster {
    return this.roster(on);
  }

  /** The body as it was known at a moment: from what was recorded by then. */
  asOf(at: Moment): JointMeeting {
    const asked = json({ at });
    return new JointMeeting(
      call(() => this.raw.asOf(asked)),
      this.language,
    );
  }

  /** Every entry that names a thing: a meeting, a document, a unit, a person … Of a thing that is not known: `Unknown`. */
  trail(subject: string): Trace[] {
    return this.#ask<Trace[]>({ trail: { subject } }).answer;
  }

  /** What a rule says, and which clauses claim it. Of a rule that there is not: `Unknown`. */
  explainRule(rule: string): RuleExplained {
    return this.#ask<RuleExplained>({ explain_rule: { rule } }).answer;
  }

  /** What an entry rested on. Of an entry that there is not: `Unknown`. */
  explainEntry(no: number): EntryExplained {
    return this.#ask<EntryExplained>({ explain_entry: { no } }).answer;
  }

  /** The open matters that a change from one charter to another touches. In a page, `joint-meeting/authoring` must be ready. */
  touched(before: Charter, after: Charter, on: Day): Touched {
    const asked = json({ on });
    const [old, new_] = [charter(before, "before"), charter(after, "after")];
    return askBeyond("authoring", () => this.raw.touched(old, new_, asked));
  }

  /** The entries that the rules would have refused. */
  breaches(): Breach[] {
    return this.#ask<Breach[]>({ breaches: {} }).answer;
  }

  /** How many entries. */
  get count(): number {
    return call(() => this.raw.count);
  }

  /** The entry of a number as it reads today, with its corrections; `undefined` if it is struck. */
  entryAsRead(no: number): Entry | undefined {
    return this.#ask<Entry | null>({ entry_as_read: { no } }).answer ?? undefined;
  }

  /** The version of the format of its journal. */
  get format(): number {
    return call(() => this.raw.format);
  }

  /** The same body with a journal of the newest format, whose first line names the head of the journal so far. */
  upgrade(): JointMeeting {
    return new JointMeeting(
      call(() => this.raw.upgrade()),
      this.language,
    );
  }

  /** The entry of a number, as it was recorded. */
  entry(no: number): Entry | undefined {
    return this.#ask<Entry | null>({ entry: { no } }).answer ?? undefined;
  }

  /** The entries so far, as they were recorded. */
  entries(): Entry[] {
    return this.#ask<Entry[]>({ entries: {} }).answer;
  }

  /** The whole journal. */
  journal(): Journal {
    return Journal.of(ask(() => this.raw.journal()));
  }

  /** The charter in force on a day. */
  charterOn(on: Day): Charter {
    const asked = json({ on });
    return Charter.of(call(() => this.raw.charterOn(asked)));
  }
}
