/** What a value of an act says to people: names instead of codes, words instead of keys. */

import shapes from "virtual:shapes";

import { desk } from "../the-desk.js";
import { spokenDay, spokenTime } from "./day.js";
import { actName, fieldName, optionOf, questionOf, wordOf } from "./terms.js";

/** What stands in the place of an option that leaves a question open again. */
export const OPEN = "open";

/** The kind of thing that a type names: `MeetingId` a meeting. */
export function kindNamed(type: string): string | undefined {
  const found = /^(\w+)Id$/.exec(type)?.[1];
  return found?.replace(/(?<!^)([A-Z])/g, "_$1").toLowerCase();
}

export interface Said {
  field: string;
  label: string;
  text: string;
}

/** The heading of a part of the yearly report, as the charter has it. */
export function partsOfReport(): { id: string; zh: string; en: string }[] {
  return (desk.charter.settings["report.parts"] ?? []) as { id: string; zh: string; en: string }[];
}

const partName = (key: string): string => partsOfReport().find((it) => it.id === key)?.[desk.language] ?? desk.names.any(key);

function one(type: string, value: unknown): string {
  const kind = kindNamed(type);
  if (typeof value === "string") {
    if (kind === "person") return desk.called(value);
    if (kind) return desk.names.named(kind, value);
    if (shapes.words[type]) return wordOf(type, value, desk.language);
    if (type === "Date") return spokenDay(value, desk.language);
    if (type === "Time") return spokenTime(value, desk.language);
    return value;
  }
  if (typeof value === "boolean") return desk.say(value ? "yes" : "no");
  if (value === null || typeof value !== "object") return String(value);
  if (type === "Act") return `${actName((value as { type: string }).type, desk.language)} ${gist(value as { type: string })}`;
  const structure = shapes.structures[type];
  if (structure) return sayFields(type, value as Record<string, unknown>).map((it) => `${it.label} ${it.text}`).join(desk.comma);
  return Object.entries(value).map(([key, it]) => `${partName(key)}：${String(it)}`).join("\n");
}

/** The question that is settled, or the option that is chosen. */
function chosen(name: "reading" | "option", value: Record<string, unknown>): string {
  const reading = String(value.reading);
  const option = String(value.option);
  if (name === "reading") return questionOf(reading, desk.language);
  return option === OPEN ? desk.say("leftOpen") : optionOf(reading, option, desk.language);
}

function sayFields(type: string, value: Record<string, unknown>, act = type): Said[] {
  const fields = shapes.acts[type] ?? shapes.structures[type] ?? [];
  return fields.flatMap(({ name, type: of, many }) => {
    const it = value[name];
    if (it === undefined || it === null) return [];
    const text = act === "choose_reading" && (name === "reading" || name === "option") ? chosen(name, value) : many ? (it as unknown[]).map((each) => one(of, each)).join(shapes.structures[of] ? "\n" : desk.and) : one(of, it);
    return text === "" ? [] : [{ field: name, label: fieldName(act, name, desk.language), text }];
  });
}

/** An act, field by field. */
export const sayAct = (act: { type: string }): Said[] => sayFields(act.type, act as Record<string, unknown> & { type: string });

/** An act in one line: what it is about, without long texts. */
export function gist(act: { type: string }): string {
  const said = sayAct(act)
    .filter((it) => !["reason", "version"].includes(it.field))
    .map((it) => it.text.split("\n")[0]!);
  return [...new Set(said)]
    .map((it) => (it.length > 60 ? `${it.slice(0, 59)}…` : it))
    .slice(0, 4)
    .join(" · ");
}

/** What an act settled, in words. */
export function sayOutcome(outcome: object): Said[] {
  const units = (all: unknown) => (all as string[]).map(desk.names.unit).join(desk.and);
  const it = outcome as Record<string, unknown>;
  const found: Said[] = [];
  const add = (field: string, label: string, text: string) => text && found.push({ field, label, text });
  if (Array.isArray(it.binds)) add("binds", desk.say("binds"), units(it.binds));
  if (typeof it.presiding === "string") add("presiding", fieldName("convene", "presiding", desk.language), it.presiding);
  if (typeof it.number === "string") add("number", desk.say("number"), it.number);
  if (typeof it.version === "number") add("version", desk.say("version"), String(it.version));
  if (typeof it.serial === "number") add("serial", fieldName("", "serial", desk.language), String(it.serial));
  if (Array.isArray(it.consent_of)) add("consent_of", desk.say("consentOf"), units(it.consent_of));
  if (Array.isArray(it.countersign_of)) add("countersign_of", desk.say("countersignOf"), units(it.countersign_of));
  return found;
}
