/** The words of acts, fields, things and lists, as the package has them. None is written here. */

import type { Language } from "joint-meeting";
import labels from "joint-meeting/labels.json";
import terms from "joint-meeting/terms.json";

type Both = { zh: string; en: string };
const ACTS: Record<string, Both> = labels.Act;
const FIELDS: Record<string, Both> = labels.Field;
const OF_ACTS: Record<string, Both> = labels.FieldOfAct;
const HELP: Record<string, Both> = labels.Help;
const HELP_OF_ACTS: Record<string, Both> = labels.HelpOfAct;
const READINGS: Record<string, Both & { options: Record<string, Both> }> = labels.Reading;
const THINGS: Record<string, Both> = labels.Thing;
const LISTS = terms as Record<string, Record<string, string>>;

const spaced = (it: string): string => it.replaceAll("_", " ");

/** A sentence begins with a large letter. */
export const capital = (it: string): string => it.charAt(0).toUpperCase() + it.slice(1);

export const actName = (act: string, language: Language): string => capital(ACTS[act]?.[language] ?? spaced(act));

export function fieldName(act: string, field: string, language: Language): string {
  const found = OF_ACTS[`${act}.${field}`] ?? FIELDS[field];
  return found ? (language === "zh" ? found.zh : capital(found.en)) : spaced(field);
}

/** What is written into a field, with an example. */
export const fieldHelp = (act: string, field: string, language: Language): string =>
  (HELP_OF_ACTS[`${act}.${field}`] ?? HELP[field])?.[language] ?? "";

/** A question of reading, in words. */
export const questionOf = (reading: string, language: Language): string => READINGS[reading]?.[language] ?? reading;

/** What an option of a question says, in words. */
export const optionOf = (reading: string, option: string, language: Language): string =>
  READINGS[reading]?.options[option]?.[language] ?? option;

/** A question with one of its options. */
export const readingSaid = (reading: string, option: string, language: Language): string =>
  `${questionOf(reading, language)}${language === "zh" ? "" : " – "}${optionOf(reading, option, language)}`;

/** The questions that there are, and the options of one, by their names. */
export const questions = (): string[] => Object.keys(READINGS);
export const optionsOf = (reading: string): string[] => Object.keys(READINGS[reading]?.options ?? {});

export const thingName = (kind: string, language: Language): string => capital(THINGS[kind]?.[language] ?? spaced(kind));

/** A word of one of the lists, `MeetingKind`, `plenary`. */
export const wordOf = (list: string, it: string, language: Language): string =>
  language === "zh" ? (LISTS[list]?.[it] ?? spaced(it)) : capital(spaced(it));
