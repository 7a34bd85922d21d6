/** The files of a part of the engine, in Node: read at once from beside the module. */

import { readFileSync } from "node:fs";
// What is called `URL` elsewhere need not be Node's: tests put that of a page in its place.
import { URL } from "node:url";

import { type Part, filesOf, join } from "./engine.js";

export const bytesOf = (file: string): Uint8Array<ArrayBuffer> => readFileSync(new URL(`./${file}`, import.meta.url));

export function load(part: Part): void {
  for (const file of filesOf(part, "node")) join(file, new WebAssembly.Module(bytesOf(file)));
}
