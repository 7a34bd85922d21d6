/** A body that is held open: what is decided is stored before it is applied, and what others have stored is caught up with. */

import type { Decision, Entry, Head, Refusal } from "../types/types.js";
import { ask, call, json } from "./engine.js";
import { type InWords, JournalError, Refused } from "./errors.js";
import * as given from "./given.js";
import type { TextOrBytes } from "./given.js";
import { JointMeeting, type Moment, type Submittable } from "./index.js";
import type { Line } from "./indexed.js";
import * as raw from "./raw.js";
import { StoreError } from "./store-errors.js";
import type { Store } from "./store.js";

/** How often an act is decided again, because another was stored first, where nobody says so. */
export const TRIES = 200;

/** How a body is opened. */
export interface HeldOptions {
  /** Another table of working days, as `JointMeeting.replay` takes it. */
  calendar?: TextOrBytes;
  /** It gives up after so many times that another was first. */
  tries?: number;
}

interface RefusedAt {
  refusal: Refusal;
  words: InWords;
  index?: number;
}

/** A body held open in a store. What is asked of it while it works waits its turn. */
export class Held {
  /** The name under which it is kept. */
  readonly name: string;
  readonly #store: Store;
  readonly #options: HeldOptions;
  #body: JointMeeting;
  #head: Head;
  #conflicts = 0;
  #now: Moment | undefined;
  /** What was asked of it last. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(store: Store, name: string, options: HeldOptions, body: JointMeeting, head: Head) {
    this.#store = store;
    this.name = name;
    this.#options = options;
    this.#body = body;
    this.#head = head;
  }

  /** @internal */
  static async open(store: Store, name: string, options: HeldOptions): Promise<Held> {
    const { body, head } = await store.read(name, options.calendar);
    return new Held(store, name, options, body, head);
  }

  /** The body as far as it was read. It answers every question; what is done in it, `perform` of what holds it does. */
  get body(): JointMeeting {
    return this.#body;
  }

  /** How far its journal reaches, as far as it was read. */
  get head(): Head {
    return this.#head;
  }

  /** How often another was first with a number since the body was opened. */
  get conflicts(): number {
    return this.#conflicts;
  }

  /** Says what time it is, as `JointMeeting.setNow` does. */
  setNow(now: Moment): void {
    this.#body.setNow(now);
    this.#now = now;
  }

  /** The body as it was known at a moment. */
  asOf(at: Moment): JointMeeting {
    return this.#body.asOf(at);
  }

  /**
   * Decides, stores, applies. The entry is durable when it is handed over. Throws `Refused`, `Malformed` or `StoreError`.
   *
   * A submission whose key was submitted before is the entry that it became. Where others have stored entries since, the body catches up
   * and decides again, so that a refusal is one of today.
   */
  async perform(submission: Submittable): Promise<Entry> {
    const text = json(submission);
    const decide = (): [Entry] | RefusedAt => {
      const decision = ask<Decision>(() => this.#raw.decide(text));
      if ("accepted" in decision) return [decision.accepted];
      return JSON.parse(call(() => this.#raw.check(text))!) as RefusedAt;
    };
    return this.#alone(async () => (await this.#again(decide))[0]!);
  }

  /** Performs all of these or none, in one transaction. For the first that is refused it throws `Refused`, with its place in `index`. */
  async performAll(submissions: Iterable<Submittable>): Promise<Entry[]> {
    const texts = Array.from(given.iterable(submissions, "submissions"), (it, ix) => json(it, `[${ix}]`));
    return this.#alone(() => this.#again(() => ask<Entry[] | RefusedAt>(() => this.#raw.decideAll(texts))));
  }

  /** Applies what others have stored since, and says how many entries that were. */
  catchUp(): Promise<number> {
    return this.#alone(() => this.#caughtUp());
  }

  /** Gives back the memory of the body; nothing may be asked of it afterwards. */
  free(): void {
    this.#body.free();
  }

  [Symbol.dispose](): void {
    this.free();
  }

  get #raw(): raw.Body {
    return JointMeeting.rawOf<raw.Body>(this.#body);
  }

  /** One thing after the other, whoever does not wait. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => {
      if (this.#body.count !== this.#head.count) {
        throw new TypeError("a body that a store holds is changed by `perform` of what holds it, and not by its own");
      }
      return work();
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #caughtUp(): Promise<number> {
    let missed: Line[];
    try {
      missed = await this.#store.after(this.name, this.#head);
    } catch (why) {
      if (!(why instanceof StoreError && why.kind === "rewritten")) throw why;
      return this.#readAnew();
    }
    for (const { line } of missed) this.#follow(line);
    return missed.length;
  }

  async #readAnew(): Promise<number> {
    const { count } = this.#head;
    const { body, head } = await this.#store.read(this.name, this.#options.calendar);
    if (this.#now !== undefined) body.setNow(this.#now);
    this.#body.free();
    [this.#body, this.#head] = [body, head];
    return Math.max(Math.abs(head.count - count), 1);
  }

  #follow(line: string): void {
    const head = json(this.#head);
    try {
      const next = ask<{ entry: Entry; head: Head }>(() => raw.followJournal(head, line));
      this.#body.apply(next.entry);
      this.#head = next.head;
    } catch (why) {
      throw why instanceof JournalError ? this.#store.damaged(this.name, why) : why;
    }
  }

  /** Decides until it was decided on all that is stored. */
  async #again(decide: () => Entry[] | RefusedAt): Promise<Entry[]> {
    let tries = Math.max(this.#options.tries ?? TRIES, 1);
    for (;;) {
      tries--;
      const decided = decide();
      if (!Array.isArray(decided)) {
        if ((await this.#caughtUp()) === 0) {
          throw new Refused(decided.refusal, decided.words, this.#body.language, decided.index);
        }
        if (tries > 0) continue;
        // What it was refused for may be gone with what others have stored.
        throw this.#store.fault("conflict", { body: this.name, entry: this.#head.count + 1 });
      }
      try {
        await this.#storeAndApply(decided);
        return decided;
      } catch (why) {
        if (!(tries > 0 && why instanceof StoreError && why.kind === "conflict")) throw why;
        this.#conflicts++;
        await this.#caughtUp();
      }
    }
  }

  /** Stores those of some entries that are new, and applies them. */
  async #storeAndApply(decided: Entry[]): Promise<void> {
    let head = this.#head;
    const lines: Line[] = [];
    const added: Entry[] = [];
    for (const entry of decided) {
      // Those that were submitted before, under their keys, have numbers that are taken.
      if (entry.no !== head.count + 1) continue;
      const [before, text] = [json(head), json(entry)];
      const written = ask<{ text: string; head: Head }>(() => raw.writeJournal(before, text));
      head = written.head;
      lines.push({ no: entry.no, line: written.text.slice(0, -1), digest: head.digest });
      added.push(entry);
    }
    if (!lines.length) return;
    await this.#store.append(this.name, this.#head, lines);
    for (const it of added) this.#body.apply(it);
    this.#head = head;
  }
}
