/**
 * Where the records of bodies are kept in a browser: a database of IndexedDB, under the contract of the other stores.
 *
 * What is acknowledged is durable. Of several pages that write at once exactly one wins each number; the others catch up and decide again.
 */

import type { Breach, Head } from "../types/types.js";
import { call } from "./engine.js";
import { CharterError, type InWords, JointMeetingError, JournalError, type Language } from "./errors.js";
import * as given from "./given.js";
import type { TextOrBytes } from "./given.js";
import { Held, type HeldOptions } from "./held.js";
import { Charter, JointMeeting, Journal } from "./index.js";
import { Answered, type CharterRow, type Database, type Line, type Tables, headOf, openTables } from "./indexed.js";
import * as raw from "./raw.js";
import { StoreError, type StoreErrorKind, type StoreFault, both } from "./store-errors.js";
import { disguise, noBodyName } from "./store-text.js";

export { Held, TRIES } from "./held.js";
export type { HeldOptions } from "./held.js";
export { StoreError } from "./store-errors.js";
export type { StoreErrorKind, StoreFault } from "./store-errors.js";

/** The text of a charter's file, with those of the general charters that its keeper gave with it. */
export interface CharterSource {
  json: TextOrBytes;
  under?: Iterable<TextOrBytes>;
}

/** A body outside of any store. */
export interface Exported {
  /** Its charters, in the order in which they were given. */
  charters: { json: string; under: string[] }[];
  /** Its journal, byte for byte. */
  journal: string;
}

/** What was found of a body that is whole. */
export interface Verified {
  /** How far its journal reaches. */
  head: Head;
  /** What the rules would have refused; whether that was told of stands in each. */
  breaches: Breach[];
}

/** How a store is opened. */
export interface StoreOptions extends Partial<Database> {
  /** It stores nothing and makes nothing; others may write meanwhile. */
  readOnly?: boolean;
  /** The language of its errors and of its bodies; Chinese if not given. */
  language?: Language;
}

/** So many names are asked for at once. */
const PAGE = 1000;
/** So many charters are kept ready. */
const CHARTERS_MAX = 64;

/** Opens a store, or makes it. The engine must be ready. */
export function open(name: string, options: StoreOptions = {}): Promise<Store> {
  return Store.open(name, options);
}

/** Where bodies live. */
export class Store {
  /** The name of the database, as errors tell it. */
  readonly place: string;
  readonly language: Language;
  readonly #readOnly: boolean;
  #tables: Tables | undefined;
  #shelf = new Map<string, Charter>();

  private constructor(place: string, language: Language, readOnly: boolean) {
    this.place = place;
    this.language = language;
    this.#readOnly = readOnly;
  }

  /** Opens a store, or makes it. The engine must be ready. */
  static async open(name: string, options: StoreOptions = {}): Promise<Store> {
    const all = given.settings(options, "options");
    const { readOnly = false, indexedDB = globalThis.indexedDB, IDBKeyRange = globalThis.IDBKeyRange } = all;
    const store = new Store(given.text(name, "name"), given.language(all.language ?? "zh"), readOnly);
    const lost = () => (store.#tables = undefined);
    try {
      store.#tables = await openTables({ indexedDB, IDBKeyRange }, name, !readOnly, lost);
    } catch (why) {
      throw store.#failed(why, {});
    }
    return store;
  }

  /** Begins to keep a body under charters, the first of which it is founded by. Nothing has happened in it yet. */
  async create(name: string, charters: CharterSource | Iterable<CharterSource>): Promise<void> {
    const { rows, parsed } = this.#oneBody(this.#name(name), charters);
    const first = parsed.reduce((one, other) => (other.version < one.version ? other : one));
    const { text } = Journal.begin(first);
    await this.#writes(name, (tables) => tables.create(name, rows, linesOf(text)));
  }

  /** Adds the charter of a later version, which waits for the act that puts it into force. */
  async addCharter(name: string, charter: CharterSource): Promise<void> {
    const [row] = this.#parsed(this.#name(name), [charter]).rows;
    await this.#writes(name, (tables) => tables.addCharter(name, row!));
  }

  /** Opens a body as its journal tells. What the lines say is trusted; `verify` decides them again. */
  async open(name: string, options: HeldOptions = {}): Promise<Held> {
    return Held.open(this, this.#name(name), given.settings(options, "options"));
  }

  /** The names of the bodies in their order, from behind a name on. Those whose journals are damaged are among them. */
  async *bodies(after = ""): AsyncGenerator<string, void> {
    for (;;) {
      const page = await this.#reads("", (tables) => tables.bodies(after, PAGE));
      if (!page.length) return;
      yield* page;
      after = page.at(-1)!;
    }
  }

  /** Names and heads of the bodies. Whoever keeps them elsewhere can show later that nothing was cut off. */
  async *heads(after = ""): AsyncGenerator<[string, Head], void> {
    for (;;) {
      const page = await this.#reads("", (tables) => tables.heads(after, PAGE));
      if (!page.length) return;
      yield* page;
      [after] = page.at(-1)!;
    }
  }

  /**
   * Checks that a body is stored as it was written, and decides every act again. A head that was kept elsewhere may be of now or of before:
   * the journal must have reached there on its way.
   */
  async verify(name: string, kept?: Head | string): Promise<Verified> {
    const { charters, text, head } = await this.#load(this.#name(name));
    return this.#sound(name, () => {
      if (kept !== undefined) {
        const { count } = typeof kept === "string" ? (JSON.parse(kept) as Head) : kept;
        const beginning = text.split("\n").slice(0, -1).slice(0, count + 1);
        Journal.read(beginning.map((it) => `${it}\n`).join(""), kept);
      }
      const body = JointMeeting.replayChecked(charters, text, { head, language: this.language });
      try {
        return { head, breaches: body.breaches() };
      } finally {
        body.free();
      }
    });
  }

  /** A body with its charters and its journal, byte for byte as it is stored. */
  async export(name: string): Promise<Exported> {
    const { charters: digests, lines } = await this.#reads(this.#name(name), (tables) => tables.load(name));
    const charters: Exported["charters"] = [];
    for (const it of digests) {
      const { json, under } = await this.#row(it);
      charters.push({ json, under });
    }
    return { charters, journal: textOf(lines) };
  }

  /** Brings in a body that was exported, from whatever store. Every line is checked before, and the bytes stay as they are. */
  async import(
    name: string,
    exported: { charters: Iterable<CharterSource>; journal: TextOrBytes | Journal },
  ): Promise<Head> {
    const { rows, parsed } = this.#oneBody(this.#name(name), exported.charters);
    const journal = exported.journal instanceof Journal ? exported.journal.text : exported.journal;
    const why = disguise(given.bytes(journal, "journal"));
    if (why) throw this.fault("disguised", { body: name, why });
    const text = given.text(journal, "journal");
    const head = this.#sound(name, () => {
      JointMeeting.replay(parsed, text).free();
      return Journal.read(text).head;
    });
    await this.#writes(name, (tables) => tables.create(name, rows, linesOf(text)));
    return head;
  }

  /** Copies every body into another store, each as it is when it is copied. */
  async backup(to: Store): Promise<void> {
    for await (const name of this.bodies()) {
      const { charters, lines } = await this.#reads(name, (tables) => tables.load(name));
      const rows: CharterRow[] = [];
      for (const it of charters) rows.push(await this.#row(it));
      await to.#writes(name, (tables) => tables.create(name, rows, lines));
    }
  }

  /**
   * Brings the journal of a body to the newest format. The old one is kept aside, and the new one names its head. If somebody stored an
   * entry meanwhile, it is a conflict: nothing has changed, and one can try again.
   */
  async upgrade(name: string): Promise<Head> {
    const { charters, text, head } = await this.#load(this.#name(name));
    const upgraded = this.#sound(name, () => {
      const body = JointMeeting.replayChecked(charters, text, { head });
      const newest = body.upgrade();
      body.free();
      const journal = newest.journal();
      newest.free();
      return journal;
    });
    if (upgraded.text !== text) {
      await this.#writes(name, (tables) => tables.rewrite(name, head, linesOf(upgraded.text)));
    }
    return upgraded.head;
  }

  /**
   * Removes a body for ever, with all that was kept of it. It must reach just as far as its keeper knows, so that nothing is lost that
   * nobody has seen: if somebody stored an entry meanwhile, it is a conflict, and nothing has changed. Export it before.
   */
  async remove(name: string, known: Head): Promise<void> {
    await this.#writes(this.#name(name), (tables) => tables.remove(name, known));
  }

  /** Closes the database. Nothing may be asked of it afterwards. */
  close(): void {
    this.#tables?.close();
    this.#tables = undefined;
    for (const it of this.#shelf.values()) it.free();
    this.#shelf.clear();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** @internal */
  fault(kind: StoreErrorKind, about: Omit<StoreFault, "place">, cause?: unknown): StoreError {
    return new StoreError(kind, { place: this.place, ...about }, this.language, cause);
  }

  /** @internal */
  async read(name: string, calendar: TextOrBytes | undefined): Promise<{ body: JointMeeting; head: Head }> {
    const { charters, text, head } = await this.#load(name);
    const settings = { language: this.language, ...(calendar !== undefined && { calendar }) };
    return this.#sound(name, () => ({ body: JointMeeting.replay(charters, text, settings), head }));
  }

  /** @internal */
  after(name: string, known: Head): Promise<Line[]> {
    return this.#reads(name, (tables) => tables.after(name, known));
  }

  /** @internal */
  append(name: string, expected: Head, lines: Line[]): Promise<void> {
    return this.#writes(name, (tables) => tables.append(name, expected, lines), lines[0]!.no);
  }

  /** @internal What it finds wrong with a journal is told with where it is kept. */
  damaged(name: string, why: unknown): unknown {
    if (!(why instanceof JournalError || why instanceof CharterError)) return why;
    const line = why instanceof JournalError && { line: why.line };
    return this.fault("journal", { body: name, why: inWords(why), ...line }, why);
  }

  #sound<T>(name: string, look: () => T): T {
    try {
      return look();
    } catch (why) {
      throw this.damaged(name, why);
    }
  }

  #goes(): Tables {
    if (!this.#tables) throw this.fault("stopped", {});
    return this.#tables;
  }

  #name(name: string): string {
    const why = noBodyName(given.text(name, "name"));
    if (why) throw this.fault("name", { body: name, why });
    return name;
  }

  async #reads<T>(name: string, read: (tables: Tables) => Promise<T>): Promise<T> {
    const tables = this.#goes();
    try {
      return await read(tables);
    } catch (why) {
      throw this.#failed(why, { body: name });
    }
  }

  async #writes(name: string, write: (tables: Tables) => Promise<void>, entry = 0): Promise<void> {
    const tables = this.#goes();
    if (this.#readOnly) throw this.fault("read_only", {});
    try {
      await write(tables);
    } catch (why) {
      // Of a transaction that was broken off nothing is there. What else may be wrong with the database nobody knows.
      const known = why instanceof Answered || (why as DOMException | null)?.name === "QuotaExceededError";
      if (!known) this.close();
      throw this.#failed(why, { body: name, entry });
    }
  }

  /** An answer of the tables, or what the browser says, as an error of the store. */
  #failed(why: unknown, about: Omit<StoreFault, "place">): StoreError {
    if (why instanceof Answered) return this.fault(why.answer, { ...about, ...(why.found && { found: why.found }) });
    const { name = "Error", message = String(why) } = (why ?? {}) as Partial<Error>;
    return this.fault("failed", { why: both(`${name}：${message}`, `${name}: ${message}`) }, why);
  }

  #oneBody(name: string, charters: CharterSource | Iterable<CharterSource>): { rows: CharterRow[]; parsed: Charter[] } {
    const all = "json" in charters ? [charters] : Array.from(charters);
    const found = this.#parsed(name, all);
    try {
      JointMeeting.begin(found.parsed).free();
    } catch (why) {
      throw why instanceof CharterError ? this.fault("no_body", { body: name, why: inWords(why) }, why) : why;
    }
    return found;
  }

  #parsed(name: string, sources: CharterSource[]): { rows: CharterRow[]; parsed: Charter[] } {
    const parsed: Charter[] = [];
    const rows = sources.map((it) => {
      const row = {
        json: given.text(it.json, "json"),
        under: Array.from(it.under ?? [], (text, ix) => given.text(text, `under[${ix}]`)),
      };
      const charter = this.#charter(name, row);
      parsed.push(charter);
      return { digest: charter.digest, ...row };
    });
    return { rows, parsed };
  }

  #charter(name: string, { json, under }: Omit<CharterRow, "digest">): Charter {
    try {
      return Charter.fromJson(json, under.map((it) => Charter.fromJson(it)));
    } catch (why) {
      throw why instanceof CharterError ? this.fault("charter", { body: name, why: inWords(why) }, why) : why;
    }
  }

  async #row(digest: string): Promise<CharterRow> {
    const row = await this.#reads("", (tables) => tables.charter(digest));
    if (!row) throw this.fault("no_charter", { digest });
    return row;
  }

  /** A charter, read from the database where it was not before. */
  async #shelved(name: string, digest: string): Promise<Charter> {
    const known = this.#shelf.get(digest);
    if (known) return known;
    const charter = this.#charter(name, await this.#row(digest));
    if (charter.digest !== digest) throw this.fault("no_charter", { digest });
    if (this.#shelf.size >= CHARTERS_MAX) this.#shelf.clear();
    this.#shelf.set(digest, charter);
    return charter;
  }

  async #load(name: string): Promise<{ charters: Charter[]; text: string; head: Head }> {
    const { charters: digests, lines } = await this.#reads(name, (tables) => tables.load(name));
    const charters: Charter[] = [];
    for (const it of digests) charters.push(await this.#shelved(name, it));
    return { charters, text: textOf(lines), head: headOf(lines.at(-1)!) };
  }
}

function inWords(why: JointMeetingError): InWords {
  return both(why.zh ?? why.message, why.message);
}

/** The lines of a whole journal that was verified. */
function linesOf(text: string): Line[] {
  const lines = text.split("\n").slice(0, -1);
  return lines.map((line, no) => ({ no, line, digest: call(() => raw.lineDigest(line)) }));
}

function textOf(lines: Line[]): string {
  return lines.map((it) => `${it.line}\n`).join("");
}
