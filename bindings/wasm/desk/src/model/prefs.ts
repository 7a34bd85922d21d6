/** Small things that are remembered on this machine and are no part of any record: language, theme, who works here, a form half filled in. */

import type { Language } from "joint-meeting";

export type Theme = "system" | "light" | "dark";

/** What is remembered of one body. */
export interface BodyPrefs {
  /** Who works at this desk. */
  me?: string;
  /** The day that is looked at; if none is given, today. */
  on?: string;
  /** The head that was exported last. */
  exported?: number;
  /** The name of the file that it is saved to, where the browser keeps one. */
  file?: string;
  /** What persons are called, by their codes: papers have it, the record does not. */
  persons?: Record<string, string>;
}

/** A form that was begun and not entered. */
export interface FormBegun {
  act: Record<string, unknown>;
  by: string;
  values: Record<string, unknown>;
  at: string;
}

function read<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(`desk.${key}`) ?? "null") as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where nothing can be remembered, the page works all the same. */
function write(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(`desk.${key}`);
    else localStorage.setItem(`desk.${key}`, JSON.stringify(value));
  } catch {
    // A browser may forbid it, or be full: what is forgotten here is chosen again.
  }
}

export const prefs = {
  language: (): Language => read<Language>("language") ?? (navigator.language.startsWith("zh") ? "zh" : navigator.language.startsWith("en") ? "en" : "zh"),
  setLanguage: (it: Language): void => write("language", it),
  theme: (): Theme => read<Theme>("theme") ?? "system",
  setTheme: (it: Theme): void => write("theme", it),
  last: (): string | undefined => read<string>("last"),
  setLast: (it: string | undefined): void => write("last", it),
  body: (name: string): BodyPrefs => read<BodyPrefs>(`body.${name}`) ?? {},
  setBody: (name: string, it: BodyPrefs): void => write(`body.${name}`, it),
  /** Forgets a body that is no more. */
  forget: (name: string): void => {
    for (const it of ["body", "form"]) write(`${it}.${name}`, undefined);
    if (read<string>("last") === name) write("last", undefined);
  },
  form: (name: string): FormBegun | undefined => read<FormBegun>(`form.${name}`),
  setForm: (name: string, it: FormBegun | undefined): void => write(`form.${name}`, it),
};
