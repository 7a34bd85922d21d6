/** What a form is made from: the fields of an act with what is known of each, and what is handed in in the end. */

import type { Blank, Choice, Json } from "joint-meeting";
import shapes from "virtual:shapes";

import { desk } from "../the-desk.js";
import { kindNamed } from "./telling.js";

/** A field as a form shows it. */
export interface Field {
  name: string;
  type: string;
  many: boolean;
  required: boolean;
  /** It gives a name to something new. */
  isNew: boolean;
  suggested: Json[];
}

export type Values = Record<string, unknown>;

const INITIALS: Record<string, string> = { minutes: "n", assignment: "a", document: "d", register_item: "z", request: "q", action: "j", incoming: "s" };

/** Something that stands for what is still to be said: never handed in. */
export const isPlaceholder = (it: unknown): boolean => typeof it === "string" && (/[…⋯]/u.test(it) || /^new-\d+$/.test(it));

export function fieldsOf(act: string, blanks: readonly Blank[] | undefined, settled: Values = {}): Field[] {
  const byName = new Map(blanks?.map((it) => [it.field, it]));
  return (shapes.acts[act] ?? [])
    .filter((it) => !blanks || byName.has(it.name) || (it.optional && !(it.name in settled)))
    .map(({ name, type, many = false, optional = false }) => {
      const blank = byName.get(name);
      return { name, type, many, required: !optional, isNew: blank?.new ?? false, suggested: blank?.suggested ?? [] };
    });
}

/** A short name for something new that nothing else has. */
export function freeCode(kind: string): string {
  const taken = new Set(desk.names.things.map((it) => it.id));
  const initial = INITIALS[kind] ?? kind.charAt(0);
  for (let no = desk.names.of(kind).length + 1; ; no++) if (!taken.has(`${initial}${no}`)) return `${initial}${no}`;
}

/** What stands in a form at the beginning. */
export function firstValues(fields: Field[], at: string): Values {
  const found: Values = {};
  for (const { name, type, many, required, isNew, suggested } of fields) {
    const kind = kindNamed(type);
    const [first] = suggested;
    if (isNew && kind && kind !== "person") found[name] = freeCode(kind);
    else if (!required) continue;
    else if (type === "Time") found[name] = at;
    else if (first !== undefined && !JSON.stringify(first).match(/[…⋯]|"new-\d+"/u)) found[name] = first;
    else if (many) found[name] = [];
    else if (type === "map" || shapes.structures[type]) found[name] = {};
    else if (type === "boolean") found[name] = false;
  }
  return found;
}

const isEmpty = (it: unknown): boolean =>
  it === undefined || it === null || it === "" || (typeof it === "object" && Object.keys(it).length === 0);

/** Without what was left empty. */
export function cleaned(it: unknown): unknown {
  if (Array.isArray(it)) return it.map(cleaned).filter((one) => !isEmpty(one));
  if (it && typeof it === "object") {
    return Object.fromEntries(Object.entries(it).map(([key, one]) => [key, cleaned(one)]).filter(([, one]) => !isEmpty(one)));
  }
  return typeof it === "string" && !it.trim() ? undefined : it;
}

/** Fields that must be filled in and are not, in a list that may be empty excepted. */
export function missing(fields: Field[], values: Values): Field[] {
  return fields.filter(({ name, type, many, required }) => {
    const it = cleaned(values[name]);
    if (isPlaceholder(it)) return true;
    return required && !many && type !== "map" && isEmpty(it);
  });
}

/** The act as it is handed in. A list that is asked for is there, if empty. */
export function actOf(draft: Values, fields: Field[], values: Values): Values {
  const said = cleaned(Object.fromEntries(fields.map(({ name }) => [name, values[name]]))) as Values;
  for (const it of fields) {
    if (it.required && !(it.name in said) && (it.many || it.type === "map")) said[it.name] = it.many ? [] : {};
  }
  return { ...draft, ...said };
}

/** All that may be done or is blocked, asked once until something happens. */
export function choicesNow(): ReturnType<typeof desk.body.optionsInWords> {
  return desk.once(`choices ${desk.me} ${desk.at.slice(0, 10)}`, () => (desk.me || !desk.founded ? desk.body.optionsInWords(desk.me || "p1", desk.at) : []));
}

/** The act of a row as it may be done by others than whoever asks. */
export function byOthers(it: Choice): string[] {
  const kind = it.act.type;
  return [...new Set((it.next ?? []).filter((one) => one.act === kind).flatMap((one) => one.persons))].filter((one) => one !== desk.me);
}
