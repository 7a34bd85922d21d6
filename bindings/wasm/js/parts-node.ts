/** How Node loads a part of the engine: at once. */

import type { Part } from "./engine.js";
import { load } from "./files-node.js";
import "./node.js";

/** Loads a part; its `ready` has nothing to wait for, and is there so that the same code runs in a page. */
export function part(name: Part): () => Promise<void> {
  load(name);
  return async () => {};
}
