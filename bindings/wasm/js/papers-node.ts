/** The entry of papers for Node: they are there when the module is loaded. */

import { readFileSync } from "node:fs";
import { URL } from "node:url";

import { join } from "./engine.js";
import "./node.js";

export * from "./papers.js";

join(new WebAssembly.Module(readFileSync(new URL("./papers.node.wasm", import.meta.url))));

/** Nothing to wait for here; so that the same code runs in a page. */
export async function ready(): Promise<void> {}
