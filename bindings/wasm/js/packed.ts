/**
 * The entry for servers that a bundler packs into a file of their own, away from the module's: it is in the code, as text, and so is the
 * part for authors. It is the module for pages, since that is small.
 */

import { start } from "./engine.js";
import { load, unpacked } from "./files-packed.js";
import { texts as authoring } from "./packed-authoring-texts.js";
import { text } from "./packed-joint_meeting.js";
import { initSync } from "./raw.js";

export * from "./index.js";

start(initSync({ module: unpacked(text) }), "page");
load("authoring", authoring);

/** Nothing to wait for here; so that the same code runs in a page. */
export async function ready(): Promise<void> {}
