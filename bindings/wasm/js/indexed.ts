/**
 * The tables of a store in IndexedDB: one of entries, whose key is the body and the expected number.
 *
 * A transaction is durable when it is complete (`durability: "strict"`), and of one that is not complete nothing is there.
 */

import type { Head } from "../types/types.js";

/** A line of a journal, without its end: the header has number 0, each entry its own. */
export interface Line {
  no: number;
  line: string;
  digest: string;
}

/** A charter as a store keeps it. */
export interface CharterRow {
  digest: string;
  json: string;
  under: string[];
}

/** A body with the digests of its charters, in the order in which they were given. */
interface BodyRow {
  name: string;
  charters: string[];
}

type Row = Line & { body: string };

/** Why nothing was done, for the store to say. */
export type Answer = "unknown" | "taken" | "conflict" | "rewritten" | "format";

/** One of the answers, on its way to the store. */
export class Answered extends Error {
  constructor(
    readonly answer: Answer,
    readonly found?: string,
  ) {
    super(answer);
  }
}

const FORMAT = 1;
const TABLES = ["body", "charter", "entry", "former"];

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** The database of a page, or one that a host gives, with its own ranges of keys. */
export interface Database {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
}

/** Opens a database, or makes it where it may be made. */
export function openTables(of: Database, name: string, mayMake: boolean, lost: () => void): Promise<Tables> {
  return new Promise((done, failed) => {
    const request = of.indexedDB.open(name, FORMAT);
    request.onupgradeneeded = () => {
      // What is aborted here is not made.
      if (!mayMake) return request.transaction!.abort();
      const db = request.result;
      db.createObjectStore("body", { keyPath: "name" });
      db.createObjectStore("charter", { keyPath: "digest" });
      db.createObjectStore("entry", { keyPath: ["body", "no"] });
      db.createObjectStore("former", { keyPath: ["body", "head", "no"] });
    };
    request.onerror = () => {
      const newer = request.error?.name === "VersionError";
      failed(newer ? new Answered("format", `> ${FORMAT}`) : request.error);
    };
    request.onsuccess = () => {
      const db = request.result;
      if (!TABLES.every((it) => db.objectStoreNames.contains(it))) {
        db.close();
        return failed(new Answered("format", "of another program"));
      }
      db.onclose = lost;
      // Another page wants to upgrade or to delete it, and would wait for ever.
      db.onversionchange = () => {
        db.close();
        lost();
      };
      done(new Tables(db, of.IDBKeyRange));
    };
  });
}

/** What is asked of the tables. Each call is one transaction. */
export class Tables {
  readonly #db: IDBDatabase;
  readonly #range: typeof IDBKeyRange;

  constructor(db: IDBDatabase, range: typeof IDBKeyRange) {
    this.#db = db;
    this.#range = range;
  }

  /** All rows of a body from a number on. */
  #from(body: string, no: number): IDBKeyRange {
    return this.#range.bound([body, no], [body, Infinity]);
  }

  close(): void {
    this.#db.close();
  }

  async #run<T>(mode: IDBTransactionMode, work: (table: (name: string) => IDBObjectStore) => Promise<T>): Promise<T> {
    const all = this.#db.transaction(TABLES, mode, { durability: "strict" });
    const ended = new Promise<void>((done, failed) => {
      all.oncomplete = () => done();
      all.onabort = () => failed(all.error ?? new Error("it was broken off"));
    });
    // It is waited for below, or is of no interest.
    ended.catch(() => undefined);
    try {
      const answer = await work((name) => all.objectStore(name));
      await ended;
      return answer;
    } catch (why) {
      try {
        all.abort();
      } catch {
        // It has ended by itself.
      }
      await ended.catch(() => undefined);
      throw why;
    }
  }

  /** Begins to keep a body. */
  create(body: string, charters: CharterRow[], lines: Line[]): Promise<void> {
    return this.#run("readwrite", async (table) => {
      if (await asked(table("body").getKey(body))) throw new Answered("taken");
      await asked(table("body").add({ name: body, charters: charters.map((it) => it.digest) } satisfies BodyRow));
      for (const it of charters) await asked(table("charter").put(it));
      await insert(table("entry"), body, lines);
    });
  }

  /** Adds the charter of a later version. */
  addCharter(body: string, charter: CharterRow): Promise<void> {
    return this.#run("readwrite", async (table) => {
      const row = await asked<BodyRow | undefined>(table("body").get(body));
      if (!row) throw new Answered("unknown");
      if (row.charters.includes(charter.digest)) return;
      row.charters.push(charter.digest);
      await asked(table("charter").put(charter));
      await asked(table("body").put(row));
    });
  }

  /** The digests of the charters of a body, and all its lines. */
  load(body: string): Promise<{ charters: string[]; lines: Line[] }> {
    return this.#run("readonly", async (table) => {
      const row = await asked<BodyRow | undefined>(table("body").get(body));
      const lines = await asked<Row[]>(table("entry").getAll(this.#from(body, 0)));
      if (!row || !lines.length) throw new Answered("unknown");
      return { charters: row.charters, lines };
    });
  }

  charter(digest: string): Promise<CharterRow | undefined> {
    return this.#run("readonly", (table) => asked<CharterRow | undefined>(table("charter").get(digest)));
  }

  /** The lines after a head. */
  after(body: string, known: Head): Promise<Line[]> {
    return this.#run("readonly", async (table) => {
      const [first, ...rest] = await asked<Row[]>(table("entry").getAll(this.#from(body, known.count)));
      if (first?.no === known.count && first.digest === known.digest) return rest;
      throw new Answered((await asked(table("body").getKey(body))) ? "rewritten" : "unknown");
    });
  }

  /** Appends lines to a journal that reaches just as far as one expects. */
  append(body: string, expected: Head, lines: Line[]): Promise<void> {
    return this.#run("readwrite", async (table) => {
      const entries = table("entry");
      const before = await asked<Row | undefined>(entries.get([body, expected.count]));
      if (before?.digest !== expected.digest) {
        throw new Answered((await asked(table("body").getKey(body))) ? "conflict" : "unknown");
      }
      await insert(entries, body, lines);
    });
  }

  /** Puts another journal into the place of one that reaches just as far as one expects. That is kept aside. */
  rewrite(body: string, expected: Head, lines: Line[]): Promise<void> {
    return this.#run("readwrite", async (table) => {
      const entries = table("entry");
      const before = await asked<Row[]>(entries.getAll(this.#from(body, 0)));
      const last = before.at(-1);
      if (!last) throw new Answered("unknown");
      if (last.no !== expected.count || last.digest !== expected.digest) throw new Answered("conflict");
      for (const { no, line } of before) await asked(table("former").add({ body, head: expected.digest, no, line }));
      await asked(entries.delete(this.#from(body, 0)));
      await insert(entries, body, lines);
    });
  }

  /** Removes a body that reaches just as far as one expects, with what was kept aside, and the charters that no other body has. */
  remove(body: string, expected: Head): Promise<void> {
    return this.#run("readwrite", async (table) => {
      const row = await asked<BodyRow | undefined>(table("body").get(body));
      const last = await asked(table("entry").openCursor(this.#from(body, 0), "prev"));
      if (!row || !last) throw new Answered("unknown");
      const { no, digest } = last.value as Row;
      if (no !== expected.count || digest !== expected.digest) throw new Answered("conflict");
      await asked(table("body").delete(body));
      await asked(table("entry").delete(this.#from(body, 0)));
      await asked(table("former").delete(this.#range.bound([body], [body, []])));
      const others = await asked<BodyRow[]>(table("body").getAll());
      const needed = new Set(others.flatMap((it) => it.charters));
      for (const it of row.charters) if (!needed.has(it)) await asked(table("charter").delete(it));
    });
  }

  /** So many names at most, from behind a name on. */
  bodies(after: string, atMost: number): Promise<string[]> {
    const behind = this.#range.lowerBound(after, true);
    return this.#run("readonly", (table) => asked(table("body").getAllKeys(behind, atMost))) as Promise<string[]>;
  }

  /** So many names and heads at most, from behind a name on. */
  heads(after: string, atMost: number): Promise<[string, Head][]> {
    return this.#run("readonly", async (table) => {
      const heads: [string, Head][] = [];
      for (const it of await asked(table("body").getAllKeys(this.#range.lowerBound(after, true), atMost))) {
        const last = await asked(table("entry").openCursor(this.#from(it as string, 0), "prev"));
        if (last) heads.push([it as string, headOf(last.value as Row)]);
      }
      return heads;
    });
  }
}

/** How far a journal reaches whose last line this is. */
export function headOf({ no, digest }: Line): Head {
  return { count: no, digest };
}

/** A number that is taken is an error, by which all of it is undone. */
async function insert(entries: IDBObjectStore, body: string, lines: Line[]): Promise<void> {
  for (const { no, line, digest } of lines) {
    try {
      await asked(entries.add({ body, no, line, digest } satisfies Row));
    } catch (why) {
      throw (why as DOMException | null)?.name === "ConstraintError" ? new Answered("conflict") : why;
    }
  }
}
