/** How a server that a bundler packs into a file of its own loads a part of the engine: its files are in the code, as texts. */

import { type Part, filesOf, join } from "./engine.js";
import { unpacked } from "./unpacked.js";
import "./packed.js";

/** Loads a part; its `ready` has nothing to wait for, and is there so that the same code runs in a page. */
export function part(name: Part, texts: Record<string, string>): () => Promise<void> {
  for (const file of filesOf(name, "page")) join(file, new WebAssembly.Module(unpacked(texts[file]!)));
  return async () => {};
}
