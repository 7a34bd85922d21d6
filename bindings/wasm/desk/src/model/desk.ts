/** What the page knows: the body that is open, the language, the day that is looked at, who works here. Views ask it and never each other. */

import { Broken, type CharterFile, type Clause, type Entry, type Head, type JointMeeting, JointMeetingError, type Language, type Obligation, type Roster, type Submitted, type WithWords } from "joint-meeting";
import { type Held, type Store, StoreError, open } from "joint-meeting/store";

import { type Word, word } from "../words.js";
import { addDays, now, today } from "./day.js";
import { startEngine } from "./engine.js";
import { Names } from "./names.js";
import { type BodyPrefs, prefs, type Theme } from "./prefs.js";
import { type Route, goTo, routeNow } from "./route.js";

/** A body that is kept. */
export interface KeptBody {
  name: string;
  /** How far it reached when this page looked. */
  head: Head;
}

/** What is said at the foot of the page: good news for a while, bad news until it is put away. */
export interface Notice {
  text: string;
  bad: boolean;
}

export class Desk extends EventTarget {
  language: Language = prefs.language();
  theme: Theme = prefs.theme();
  route: Route = routeNow();
  notice: Notice | undefined;
  kept: KeptBody[] = [];
  held: Held | undefined;
  /** Whether this page may write; another of the same body may be first. */
  writes = false;
  ready = false;
  prefs: BodyPrefs = {};
  #store: Store | undefined;
  #release: (() => void) | undefined;
  #memory = new Map<string, unknown>();
  #noticeTimer = 0;

  /** What stands between the parts of a list. */
  get and(): string {
    return this.language === "zh" ? "、" : ", ";
  }

  get colon(): string {
    return this.language === "zh" ? "：" : ": ";
  }

  get comma(): string {
    return this.language === "zh" ? "，" : ", ";
  }

  say = (it: Word): string => word(it, this.language);

  changed(): void {
    this.dispatchEvent(new Event("change"));
  }

  /** Something about the body is other than it was. */
  touched(): void {
    this.#memory.clear();
    this.changed();
  }

  get body(): JointMeeting {
    return this.held!.body;
  }

  get on(): string {
    return this.prefs.on ?? today();
  }

  /** The moment for what is done now: now, or the end of the working day that is looked at. */
  get at(): string {
    return this.on === today() ? now() : `${this.on}T17:00:00+08:00`;
  }

  get me(): string {
    return this.prefs.me ?? "";
  }

  remember(it: Partial<BodyPrefs>): void {
    this.prefs = { ...this.prefs, ...it };
    if (this.held) prefs.setBody(this.held.name, this.prefs);
    this.touched();
  }

  setLanguage(it: Language): void {
    this.language = it;
    prefs.setLanguage(it);
    if (this.held) this.body.language = it;
    this.touched();
  }

  setTheme(it: Theme): void {
    this.theme = it;
    prefs.setTheme(it);
    this.changed();
  }

  tell(text: string, bad = false): void {
    this.notice = text ? { text, bad } : undefined;
    clearTimeout(this.#noticeTimer);
    if (text && !bad) this.#noticeTimer = window.setTimeout(() => this.tell(""), 6000);
    this.changed();
  }

  /** Does something, and says what went wrong, in the language of the page. */
  async tries(what: () => void | Promise<void>): Promise<boolean> {
    try {
      await what();
      return true;
    } catch (why) {
      this.tell(this.faultOf(why), true);
      return false;
    }
  }

  faultOf(why: unknown): string {
    if (why instanceof Broken) return this.say("engineStopped");
    if (why instanceof JointMeetingError) return this.language === "zh" ? (why.zh ?? why.message) : why.message;
    return why instanceof Error ? why.message : String(why);
  }

  /** Answers that hold as long as nothing happens. */
  once<T>(key: string, make: () => T): T {
    if (!this.#memory.has(key)) this.#memory.set(key, make());
    return this.#memory.get(key) as T;
  }

  get entries(): Entry[] {
    return this.once("entries", () => this.body.entries());
  }

  /** The entries as they read today; one that is struck is not among them. */
  get read(): Entry[] {
    return this.once("read", () => {
      const changed = new Set(this.entries.flatMap(({ act }) => (act.type === "correct_record" ? act.changes.map((it) => it.no) : [])));
      return this.entries.flatMap((it) => (changed.has(it.no) ? (this.body.entryAsRead(it.no) ?? []) : [it]));
    });
  }

  /** The charter in force on the day that is looked at. */
  get charter(): { file: CharterFile; clauses: Clause[]; settings: Record<string, unknown> } {
    return this.once("charter", () => {
      const it = this.body.charterOn(this.on);
      const { file, clauses } = it;
      it.free();
      return { file, clauses, settings: Object.assign({}, ...file.clauses.map((one) => one.sets ?? {})) as Record<string, unknown> };
    });
  }

  get names(): Names {
    return this.once("names", () => {
      const { file, clauses } = this.charter;
      return new Names(file, clauses, this.roster, this.read, this.language);
    });
  }

  get roster(): Roster {
    return this.once("roster", () => this.body.roster(this.on));
  }

  get founded(): boolean {
    return this.body.count > 0;
  }

  owed(days: number): WithWords<Obligation>[] {
    return this.once(`owed ${days}`, () => (this.founded ? this.body.obligationsInWords(this.on, days) : []));
  }

  /** What a person is called, where the office has said so; else the code, which may be a name. */
  called = (person: string): string => this.prefs.persons?.[person] ?? person;

  /** The persons of today, then all who were ever named. */
  get persons(): string[] {
    return this.once("persons", () => {
      const { roles, units } = this.roster;
      const held = [...roles.flatMap((it) => it.persons), ...units.flatMap((it) => [it.member, it.liaison_officer, ...it.responsible])];
      return [...new Set([...held.filter((it) => it !== null), ...this.names.persons])];
    });
  }

  async start(): Promise<void> {
    await startEngine();
    this.#store = await open("joint-meeting-desk", { language: this.language });
    void navigator.storage?.persist?.();
    await this.list();
    const last = prefs.last();
    if (last && this.kept.some((it) => it.name === last)) await this.tries(() => this.openBody(last));
    this.ready = true;
    this.changed();
  }

  get store(): Store {
    return this.#store!;
  }

  async list(): Promise<void> {
    const found: KeptBody[] = [];
    for await (const [name, head] of this.store.heads()) found.push({ name, head });
    this.kept = found;
  }

  async openBody(name: string): Promise<void> {
    this.close();
    this.held = await this.store.open(name);
    this.body.language = this.language;
    this.held.setNow(new Date(`${addDays(today(), 1)}T00:00:00+08:00`));
    this.prefs = prefs.body(name);
    prefs.setLast(name);
    await this.#becomeWriter(name);
    this.#memory.clear();
    this.prefs.me ??= this.#likelyMe();
    this.touched();
  }

  /** Whoever works in the office enters what is done. */
  #likelyMe(): string {
    if (!this.founded) return "";
    const of = (role: string) => this.roster.roles.find((it) => it.role === role)?.persons[0];
    return of("office") ?? of("office_director") ?? of("convener") ?? this.persons[0] ?? "";
  }

  /** One page writes: the first that has the lock. The others look on, and the next of them follows when it is closed. */
  async #becomeWriter(name: string): Promise<void> {
    this.writes = false;
    if (!("locks" in navigator)) {
      this.writes = true;
      return;
    }
    const stop = new AbortController();
    const isFirst = await new Promise<boolean>((answered) => {
      const hold = () =>
        new Promise<void>((release) => {
          this.#release = release;
          answered(true);
          if (!this.writes) void this.#follow(name);
          this.writes = true;
        });
      const lock = `joint-meeting-desk ${name}`;
      this.#release = () => stop.abort();
      navigator.locks.request(lock, { signal: stop.signal }, hold).catch(() => answered(false));
      setTimeout(() => answered(false), 200);
    });
    this.writes = isFirst;
  }

  async #follow(name: string): Promise<void> {
    if (this.held?.name === name) await this.catchUp();
    this.changed();
  }

  /** Reads what another page has stored since. */
  async catchUp(): Promise<void> {
    const held = this.held;
    if (held && (await held.catchUp()) > 0) this.touched();
  }

  close(): void {
    this.#release?.();
    this.#release = undefined;
    this.held?.free();
    this.held = undefined;
    this.writes = false;
    this.#memory.clear();
  }

  leave(): void {
    this.close();
    prefs.setLast(undefined);
    void this.list().then(() => this.changed());
    goTo("begin");
  }

  /** Enters something. It is durable when this is over; a refusal is thrown. */
  async perform(submission: Submitted): Promise<Entry> {
    const entry = await this.held!.perform(submission);
    this.touched();
    return entry;
  }

  async performAll(all: Submitted[]): Promise<Entry[]> {
    const entries = await this.held!.performAll(all);
    this.touched();
    return entries;
  }

  /** Whether something is wrong with what is kept, and not with what was asked. */
  static isOfStore(why: unknown): boolean {
    return why instanceof StoreError;
  }
}
