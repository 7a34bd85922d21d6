/** How Node loads a part of the engine: at once, from the files beside the module. */

import { readFileSync } from "node:fs";
import { URL } from "node:url";

import { type Part, filesOf, join } from "./engine.js";
import "./node.js";

/** Loads a part; its `ready` has nothing to wait for, and is there so that the same code runs in a page. */
export function part(name: Part): () => Promise<void> {
  for (const file of filesOf(name, "node")) {
    join(file, new WebAssembly.Module(readFileSync(new URL(`./${file}`, import.meta.url))));
  }
  return async () => {};
}
