/** Files: opened from the machine, given back by download. Nothing leaves the machine. */

import { Charter, Journal } from "joint-meeting";
import type { Store } from "joint-meeting/store";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import { prefs } from "./prefs.js";

export function download(name: string, bytes: Uint8Array | string, type = "application/octet-stream"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A name that every system takes for a file. */
export const fileName = (it: string): string => it.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(0, 80) || "_";

/** One file of many. */
export function zip(files: Record<string, Uint8Array | string>): Uint8Array {
  const bytes = Object.entries(files).map(([name, it]) => [name, typeof it === "string" ? strToU8(it) : it] as const);
  return zipSync(Object.fromEntries(bytes), { level: 6 });
}

/** The file of a pack that says what persons are called. */
const PERSONS = "persons.json";

/** A body with all that it needs elsewhere: its journal, byte for byte, its charters, and what persons are called. */
export async function packed(store: Store, name: string): Promise<Uint8Array> {
  const { persons } = prefs.body(name);
  const { charters, journal } = await store.export(name);
  const files: Record<string, string> = { "journal.jsonl": journal };
  if (persons && Object.keys(persons).length) files[PERSONS] = JSON.stringify(persons, undefined, 2);
  charters.forEach((it, ix) => {
    files[`charter-${ix + 1}.json`] = it.json;
    it.under.forEach((general, at) => (files[`charter-${ix + 1}-under-${at + 1}.json`] = general));
  });
  return zip(files);
}

/** What was found in the files that somebody opened. */
export interface Opened {
  journal?: string;
  /** What persons are called. */
  persons?: Record<string, string>;
  charters: { json: string; under: string[] }[];
}

/** Names by codes; what is no text is no name. */
function namesOf(text: string): Record<string, string> {
  const said = JSON.parse(text) as unknown;
  const all = typeof said === "object" && said !== null ? Object.entries(said) : [];
  return Object.fromEntries(all.filter((it): it is [string, string] => typeof it[1] === "string"));
}

/** Reads journals, charters and packs; what is what is seen by what stands in it. */
export async function opened(files: File[]): Promise<Opened> {
  const texts: [string, string][] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      for (const [name, it] of Object.entries(unzipSync(bytes))) texts.push([name, strFromU8(it)]);
    } else texts.push([file.name, strFromU8(bytes)]);
  }
  const found: Opened = { charters: [] };
  const under = new Map<string, string[]>();
  for (const [name, text] of texts) {
    if (name === PERSONS) found.persons = namesOf(text);
    const general = /^(charter-\d+)-under-\d+\.json$/.exec(name);
    if (general) under.set(general[1]!, [...(under.get(general[1]!) ?? []), text]);
    else if (name.endsWith(".jsonl") || text.startsWith('{"format"')) found.journal = text;
  }
  for (const [name, text] of texts) {
    const isCharter = name.endsWith(".json") && name !== PERSONS && !/-under-\d+\.json$/.test(name) && text !== found.journal;
    if (isCharter) found.charters.push({ json: text, under: under.get(name.replace(".json", "")) ?? [] });
  }
  return found;
}

/** The charter that comes with the package and that a journal names, if there is one. */
export async function charterOf(journal: string): Promise<{ json: string } | undefined> {
  const { charter } = JSON.parse(Journal.read(journal).text.split("\n", 1)[0]!) as { charter: string };
  return Charter.names().includes(charter) ? { json: await bundledText(charter) } : undefined;
}

const TEXTS = import.meta.glob<string>("../../node_modules/joint-meeting/charters/*.js", { import: "default" });

/** The file of a charter that comes with the package. */
export async function bundledText(name: string): Promise<string> {
  const found = Object.entries(TEXTS).find(([path]) => path.endsWith(`/${name}.js`));
  return (await found?.[1]()) ?? "";
}

/** The SHA-256 of a file, by which it is known again; the file stays where it is. */
export async function digestOf(file: File): Promise<string | undefined> {
  // A page that is served without encryption may not compute one.
  if (!globalThis.crypto?.subtle) return undefined;
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(bytes, (it) => it.toString(16).padStart(2, "0")).join("");
}
