/** The entry of papers for servers that a bundler packs into a file of their own. */

import { join } from "./engine.js";
import { unpacked } from "./packed-text.js";
import { papers } from "./papers-packed-text.js";
import "./packed.js";

export * from "./papers.js";

join(new WebAssembly.Module(unpacked(papers)));

/** Nothing to wait for here; so that the same code runs in a page. */
export async function ready(): Promise<void> {}
