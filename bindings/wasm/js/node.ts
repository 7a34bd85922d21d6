/** The entry for Node: the engine is there when the module is loaded, and with it the part for authors. */

import { start } from "./engine.js";
import { bytesOf, load } from "./files-node.js";
import { initSync } from "./raw.js";

export * from "./index.js";

start(initSync({ module: bytesOf("joint_meeting.node.wasm") }), "node");
load("authoring");

/** Nothing to wait for here; so that the same code runs in a page. */
export async function ready(): Promise<void> {}
