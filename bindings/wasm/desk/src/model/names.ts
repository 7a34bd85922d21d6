/** What units, posts and things are called: by the charter, by the roster, and by what their own entries say. */

import type { CharterFile, Clause, Entry, Language, Roster } from "joint-meeting";

import { word } from "../words.js";
import { spokenDay } from "./day.js";
import { actName, thingName, wordOf } from "./terms.js";

/** A thing that acts belong to. */
export interface Thing {
  kind: string;
  id: string;
  /** The act by which it came to be. */
  act: string;
  /** The day of its first entry. */
  day: string;
  no: number;
  title: string;
}

/** Fields that name something new, by the acts that bring it in. */
const BROUGHT_IN: Record<string, [kind: string, title: string]> = {
  add_agenda_item: ["item", "title"],
  convene: ["meeting", "kind"],
  draft_minutes: ["minutes", "meeting"],
  issue_document: ["document", "title"],
  issue_other_document: ["document", "title"],
  issue_briefing: ["bulletin", "title"],
  issue_circular: ["bulletin", "title"],
  assign: ["assignment", "item"],
  request_meeting: ["request", "topic"],
  form_working_group: ["group", "purpose"],
  plan_joint_action: ["action", "title"],
  record_inspection: ["inspection", "street"],
  open_data_channel: ["channel", "what"],
  open_opinion_case: ["case", "matter"],
  accept_assigned_matter: ["matter", "task"],
  register_incoming: ["incoming", "matter"],
  enter_register_item: ["register_item", "matter"],
  record_child: ["child", "name"],
};

export class Names {
  readonly things: Thing[] = [];
  readonly persons = new Set<string>();
  readonly #units = new Map<string, string>();
  readonly #posts = new Map<string, string>();
  readonly #things = new Map<string, Thing>();
  readonly #clauses = new Map<string, Clause>();

  constructor(
    file: CharterFile,
    clauses: Clause[],
    roster: Roster,
    entries: Iterable<Entry>,
    readonly language: Language,
  ) {
    for (const it of roster.units) this.#units.set(it.unit, it.name);
    for (const it of file.units) if (language === "en" || !this.#units.has(it.id)) this.#units.set(it.id, it[language]);
    for (const it of file.posts) this.#posts.set(it.id, it[language]);
    for (const it of clauses) this.#clauses.set(it.id, it);
    for (const it of entries) this.#read(it);
  }

  #read({ act, at, by, no }: Entry): void {
    this.persons.add(by);
    const fields = act as unknown as Record<string, unknown>;
    for (const it of [fields.person, ...((fields.holders ?? fields.present ?? []) as { person: string }[]).map((it) => it.person)]) {
      if (typeof it === "string") this.persons.add(it);
    }
    for (const it of (fields.members ?? []) as { unit: string; name: string }[]) {
      if (!this.#units.has(it.unit)) this.#units.set(it.unit, it.name);
    }
    const made = BROUGHT_IN[act.type];
    const id = made && fields[made[0]];
    if (typeof id !== "string") return;
    const title = this.#title(act.type, fields, made![1], at.slice(0, 10));
    const thing = { kind: made![0], id, act: act.type, day: at.slice(0, 10), no, title };
    this.things.push(thing);
    this.#things.set(`${thing.kind} ${id}`, thing);
  }

  #title(act: string, fields: Record<string, unknown>, from: string, day: string): string {
    if (act === "convene") {
      const on = spokenDay(String(fields.held_at).slice(0, 10), this.language);
      const kind = wordOf("MeetingKind", String(fields.kind), this.language);
      return this.language === "zh" ? `${on}${kind}` : `${kind} meeting of ${on}`;
    }
    if (act === "draft_minutes") {
      const meeting = this.thing("meeting", String(fields.meeting));
      return this.language === "zh" ? `${meeting}纪要` : `Minutes of the ${meeting}`;
    }
    if (act === "assign") return `${this.thing("item", String(fields.item))} · ${this.unit(String(fields.unit))}`;
    if (act === "record_inspection") return `${String(fields.street ?? "")} ${spokenDay(day, this.language)}`;
    if (from === "purpose") return wordOf("Purpose", String(fields[from]), this.language);
    const said = fields[from];
    return typeof said === "string" ? said : actName(act, this.language);
  }

  unit = (id: string): string => this.#units.get(id) ?? id;
  post = (id: string): string => this.#posts.get(id) ?? id;
  clause = (id: string): Clause | undefined => this.#clauses.get(id);

  /** Where a clause stands, for people. */
  at(id: string): string {
    const at = this.#clauses.get(id)?.at ?? id;
    if (at === "N" || at === "P") return word(at === "N" ? "placeNotice" : "placePreamble", this.language);
    return this.language === "zh" ? at.replace(/¶(\d+)/u, "第$1段") : at;
  }

  has = (kind: string, id: string): boolean => this.#things.has(`${kind} ${id}`);

  thing(kind: string, id: string): string {
    return this.#things.get(`${kind} ${id}`)?.title ?? id;
  }

  /** A name with its kind, in words. */
  named(kind: string, id: string): string {
    if (kind === "unit" || kind === "street") return this.unit(id);
    if (kind === "post") return this.post(id);
    if (kind === "clause") return `${this.at(id)} ${this.#clauses.get(id)?.[this.language] ?? ""}`;
    if (kind === "person") return id;
    const title = this.thing(kind, id);
    return title === id ? `${thingName(kind, this.language)} ${id}` : title;
  }

  /** Something whose kind nobody says, as the subject of a duty. */
  any(id: string): string {
    const own = (it: string) => this.things.find((thing) => thing.id === it)?.title ?? this.#units.get(it);
    const [first = "", ...rest] = id.split(" ");
    return own(id) ?? (rest.length ? [own(first) ?? first, ...rest].join(" ") : id);
  }

  of = (kind: string): Thing[] => this.things.filter((it) => it.kind === kind);
  units = (): [string, string][] => [...this.#units];
  posts = (): [string, string][] => [...this.#posts];
}
