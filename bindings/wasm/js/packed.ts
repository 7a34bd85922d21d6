/**
 * The entry for servers that a bundler packs into a file of their own, away from the module's: it is in the code, as text. It is the
 * module for pages, since that is small.
 */

import { start } from "./engine.js";
import { main, unpacked } from "./packed-text.js";
import { initSync } from "./raw.js";

export * from "./index.js";

start(initSync({ module: unpacked(main) }), "page");

/** Nothing to wait for here; so that the same code runs in a page. */
export async function ready(): Promise<void> {}
