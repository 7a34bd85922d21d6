/** The roster as it is typed: the cells of a sheet below its headings, and the words that will do in a column. */

import type { Charter } from "joint-meeting";
import type { Sheet } from "joint-meeting/tables";

import { desk } from "../the-desk.js";
import { type Tables, startTables } from "./engine.js";

/** Texts in columns. */
export interface Grid {
  heads: string[];
  rows: string[][];
}

/** A roster to be filled, and what may stand in it by the headings of its columns. */
export interface Form {
  grid: Grid;
  words: Map<string, string[]>;
}

/** The cells of a sheet, its first row as the headings. */
function gridOf({ rows }: Sheet): Grid {
  const width = Math.max(0, ...rows.map((it) => (it.cells.at(-1)?.[0] ?? -1) + 1));
  const [heads = [], ...below] = rows.map((row) => {
    const line = Array.from({ length: width }, () => "");
    for (const [column, it] of row.cells) line[column] = typeof it === "object" ? it.error : String(it);
    return line;
  });
  return { heads, rows: below };
}

/** The cells of the first sheet of a file, or of what was copied from one. */
export async function read(file: Uint8Array | string): Promise<Grid> {
  const { sheets } = await startTables();
  return gridOf(sheets(file)[0]!);
}

/** What the charter asks to be filled in. */
export async function formOf(charter: Charter): Promise<Form> {
  const { sheets, template }: Tables = await startTables();
  const [roster, words] = sheets(template(charter, desk.language)).map(gridOf);
  const listed = words?.heads.map((head, column): [string, string[]] => [head, words.rows.map((it) => it[column]!).filter(Boolean)]);
  return { grid: roster!, words: new Map(listed) };
}

/** Whether a charter asks for the superior's approval when a body is founded under it. */
export function asksForApproval(charter: Charter): boolean {
  const all = [...charter.clauses, ...charter.file.clauses].map((it) => it.sets?.["charter.creation"] as { approval?: boolean } | undefined);
  return all.findLast((it) => it !== undefined)?.approval ?? false;
}
