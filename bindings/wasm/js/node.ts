/** The entry for Node: the engine is there when the module is loaded. */

import { readFileSync } from "node:fs";
// What is called `URL` elsewhere need not be Node's: tests put that of a page in its place.
import { URL } from "node:url";

import { start } from "./engine.js";
import { initSync } from "./raw.js";

export * from "./index.js";

start(initSync({ module: readFileSync(new URL("./joint_meeting.node.wasm", import.meta.url)) }), "node");

/** Nothing to wait for here; so that the same code runs in a page. */
export async function ready(): Promise<void> {}
