/** The entry for pages and bundlers: `await ready()` before anything else. */

import { start } from "./engine.js";
import init from "./raw.js";

export * from "./index.js";

let loading: Promise<void> | undefined;

/** Fetches and starts the engine, once. A bundler that copies no `.wasm` needs its address or its bytes. */
export function ready(source?: URL | string | Response | BufferSource | WebAssembly.Module): Promise<void> {
  const from = source ?? new URL("./joint_meeting.wasm", import.meta.url).href;
  loading ??= init({ module_or_path: from }).then((it) => start(it, "page"), (why: unknown) => {
    loading = undefined;
    throw why;
  });
  return loading;
}
