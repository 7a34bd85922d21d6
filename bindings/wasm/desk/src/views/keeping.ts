/** Giving a body to a file, opening one from a file, and beginning with the sample year. */

import { Charter } from "joint-meeting";

import { bundledText, charterOf, download, fileName, opened, packed } from "../model/files.js";
import { goTo } from "../model/route.js";
import { forgetFile, save, saveQuietly, savesToFiles } from "../model/saving.js";
import { prefs } from "../model/prefs.js";
import { desk } from "../the-desk.js";

/** Saves the body to its file, where the browser has such files, and else downloads it. */
export async function exportBody(): Promise<void> {
  await desk.tries(async () => {
    const { name, head } = desk.held!;
    const bytes = () => packed(desk.store, name);
    const file = savesToFiles() ? await save(name, `${fileName(name)}.zip`, bytes) : `${fileName(name)}-${desk.on}.zip`;
    if (file === undefined) return;
    if (!savesToFiles()) download(file, await bytes(), "application/zip");
    desk.remember({ exported: head.count, ...(savesToFiles() && { file }) });
    desk.tell(`${desk.say(savesToFiles() ? "saved" : "exported")} ${head.count} · ${head.digest.slice(0, 12)} · ${file}`);
  });
}

/** Saves again after something was entered, where a file was chosen; a file that cannot be written to is told of, and nothing is lost. */
export async function saveAgain(): Promise<void> {
  await desk.tries(async () => {
    const { name, head } = desk.held!;
    if ((await saveQuietly(name, () => packed(desk.store, name))) !== undefined && desk.held?.name === name) desk.remember({ exported: head.count });
  });
}

/** The next time another file is asked for. */
export async function otherFile(): Promise<void> {
  await forgetFile(desk.held!.name);
  const { file: _, ...rest } = desk.prefs;
  desk.prefs = rest;
  desk.remember({});
  await exportBody();
}

/** A name that no other body has, of what the store takes for one. */
export function freeName(wanted: string): string {
  const base = Array.from(wanted.toLowerCase().replaceAll(/[^\p{Alphabetic}\p{N}_-]+/gu, "-"))
    .slice(0, 32)
    .join("")
    .replaceAll(/^-+|-+$/g, "") || "body";
  const taken = new Set(desk.kept.map((it) => it.name));
  let name = base;
  for (let no = 2; taken.has(name); no++) name = `${base}-${no}`;
  return name;
}

/** Opens what somebody picked: a pack, or a journal with its charter. */
export async function openFiles(files: File[]): Promise<void> {
  if (!files.length) return;
  await desk.tries(async () => {
    const found = await opened(files);
    if (found.journal === undefined) throw new Error(desk.say("noJournal"));
    const charters = found.charters.length ? found.charters : [await charterOf(found.journal)].filter((it) => it !== undefined);
    if (!charters.length) throw new Error(desk.say("noCharter"));
    const charter = Charter.fromJson(charters[0]!.json);
    const name = freeName(charter.file.title[desk.language]);
    charter.free();
    await desk.store.import(name, { charters, journal: found.journal });
    await desk.list();
    await desk.openBody(name);
    if (found.persons) desk.remember({ persons: found.persons });
    goTo("home");
  });
}

export async function trySample(): Promise<void> {
  await desk.tries(async () => {
    const { default: journal } = await import("virtual:sample");
    const name = freeName(desk.say("sampleName"));
    await desk.store.import(name, { charters: [{ json: await bundledText("nankai-dog-2022") }], journal });
    const last = (JSON.parse(journal.trimEnd().split("\n").at(-1)!) as { entry?: { at: string }; at?: string });
    prefs.setBody(name, { on: (last.entry?.at ?? last.at ?? "2023-01-13").slice(0, 10) });
    await desk.list();
    await desk.openBody(name);
    goTo("home");
  });
}
