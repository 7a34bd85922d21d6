/** The entry of papers for pages and bundlers: `await ready()` before anything else. */

import { join } from "./engine.js";
import { ready as engine } from "./web.js";

export * from "./papers.js";

let loading: Promise<void> | undefined;

/**
 * Fetches the part for papers, once, and the engine if nobody has yet. A bundler that copies no `.wasm` needs the address
 * or the bytes of both: the engine's go to its own `ready`, before.
 */
export function ready(source?: URL | string | Response | BufferSource | WebAssembly.Module): Promise<void> {
  const from = source ?? new URL("./papers.wasm", import.meta.url).href;
  loading ??= Promise.all([compiled(from), engine()]).then(
    ([it]) => join(it),
    (why: unknown) => {
      loading = undefined;
      throw why;
    },
  );
  return loading;
}

async function compiled(source: URL | string | Response | BufferSource | WebAssembly.Module): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return compiled(await fetch(source));
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) throw new Error(`${source.url}: ${source.status} ${source.statusText}`);
  // Not by stream: a server may not know the type of the file.
  return WebAssembly.compile(await source.arrayBuffer());
}
