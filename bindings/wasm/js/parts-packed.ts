/** How a server that a bundler packs into a file of its own loads a part of the engine: at once. */

import type { Part } from "./engine.js";
import { load } from "./files-packed.js";
import "./packed.js";

/** Loads a part; its `ready` has nothing to wait for, and is there so that the same code runs in a page. */
export function part(name: Part, texts: Record<string, string>): () => Promise<void> {
  load(name, texts);
  return async () => {};
}
