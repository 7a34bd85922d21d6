/** The files of a part of the engine, on a server that a bundler packs into a file of its own: texts in the code. */

import { brotliDecompressSync } from "node:zlib";

import { type Part, filesOf, join } from "./engine.js";

export const unpacked = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(brotliDecompressSync(Buffer.from(text, "base64")));

export function load(part: Part, texts: Record<string, string>): void {
  for (const file of filesOf(part, "page")) join(file, new WebAssembly.Module(unpacked(texts[file]!)));
}
