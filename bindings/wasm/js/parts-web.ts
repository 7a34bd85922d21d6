/** How a page loads a part of the engine: each file once, and the engine if nobody has yet. */

import { type Part, filesOf, join } from "./engine.js";
import { ready as engine } from "./web.js";

/** A file of the engine, or where it is. */
export type Source = URL | string | Response | BufferSource | WebAssembly.Module;
/** Where a file of a part is, by its name; for what cannot fetch the files beside the module. */
export type Sources = (file: string) => Source | Promise<Source>;

const loading = new Map<string, Promise<void>>();

/** The `ready` of a part whose files have these addresses; of one that is not worth a request there are its bytes, as text. */
export function part(name: Part, files: Record<string, string | (() => string)>): (sources?: Sources) => Promise<void> {
  return async (sources) => {
    const source = async (file: string): Promise<Source> => {
      const own = files[file]!;
      return typeof own === "string" ? Uint8Array.from(atob(own), (it) => it.charCodeAt(0)) : (sources?.(file) ?? own());
    };
    await Promise.all(filesOf(name, "page").map((file) => once(file, async () => compiled(await source(file)))));
  };
}

/** Loads a file that nobody has loaded; what failed can be tried again. */
function once(file: string, source: () => Promise<WebAssembly.Module>): Promise<void> {
  if (!loading.has(file)) {
    const loaded = Promise.all([source(), engine()]).then(([it]) => join(file, it));
    loading.set(file, loaded);
    loaded.catch(() => loading.delete(file));
  }
  return loading.get(file)!;
}

async function compiled(source: Source): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return compiled(await fetch(source));
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) throw new Error(`${source.url}: ${source.status} ${source.statusText}`);
  // Not by stream: a server may not know the type of the file.
  return WebAssembly.compile(await source.arrayBuffer());
}
