/** Which papers there are to be made, from what has been entered. */

import type { Wanted } from "joint-meeting";

import { desk } from "../the-desk.js";
import type { Word } from "../words.js";

/** A paper that can be made, with what it is about. */
export interface Makeable {
  key: string;
  kind: Word;
  about: string;
  wanted: Wanted;
}

const VALUES: Record<string, (id: string) => [Word, Wanted][]> = {
  meeting: (meeting) => [
    ["paperNotice", { notice: { meeting } }],
    ["paperAgenda", { agenda: { meeting } }],
    ["paperAttendance", { attendance: { meeting } }],
    ["paperSkeleton", { minutes_skeleton: { meeting } }],
  ],
  minutes: (minutes) => [
    ["paperMinutes", { minutes: { minutes } }],
    ["paperSheet", { countersign_sheet: { minutes } }],
  ],
  document: (document) => [["paperDocument", { document: { document } }]],
  bulletin: (bulletin) => [["paperBulletin", { bulletin: { bulletin } }]],
  action: (action) => [["paperPlan", { action_plan: { action } }]],
};

/** The papers of a year, by what they are about; the newest first. */
export function papersOf(year: string): Makeable[] {
  const { on } = desk;
  const ofYear: [Word, Wanted][] = [
    ["paperSummary", { summary: { year: Number(year), on } }],
    ["paperAudit", { audit: { year: Number(year), on } }],
    ["paperRegister", { register: { on } }],
    ["paperAssignments", { assignments: { on } }],
    ["paperIncoming", { incoming: { year: Number(year), on } }],
    ["paperCorrections", { corrections: { year: Number(year), on } }],
    ["paperProofs", { proofs: { year: Number(year), on } }],
    ["paperCalendar", { calendar: { from: `${year}-01-01`, to: `${year}-12-31`, on } }],
  ];
  const made = (about: string, key: string, all: [Word, Wanted][]): Makeable[] =>
    all.map(([kind, wanted]) => ({ key: `${key} ${kind}`, kind, about, wanted }));
  const things = desk.names.things
    .filter((it) => it.day.startsWith(year) && VALUES[it.kind])
    .toReversed()
    .flatMap((it) => made(it.title, `${it.kind} ${it.id}`, VALUES[it.kind]!(it.id)));
  const late = new Set(desk.owed(0).flatMap((it) => (it.fulfilled_by.includes("submit_report") && it.bearer.type === "unit" ? [it.bearer.unit] : [])));
  const reminders = [...late].flatMap((unit) => made(desk.names.unit(unit), `unit ${unit}`, [["paperReminder", { reminder: { unit, year: Number(year), on } }]]));
  return [...made(year, "year", ofYear), ...reminders, ...things];
}
