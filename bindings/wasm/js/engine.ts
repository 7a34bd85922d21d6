/**
 * The one way to the core: values become JSON text, answers are read, and what is thrown becomes an error with a class.
 */

import { built } from "./built.js";
import { Broken, Malformed, errorOf } from "./errors.js";
import { text as textOf, wellFormed } from "./given.js";

let started: { memory: WebAssembly.Memory } | undefined;
let startedAs = "";
let joined = false;
let stopped: Broken | undefined;

/** The module is there, in one of its builds: that for pages or that for Node. */
export function start(module: { memory: WebAssembly.Memory }, build: keyof typeof built): void {
  started = module;
  startedAs = built[build];
}

/** A further part of the engine is there: it shares the memory of the first. */
export function join(part: WebAssembly.Module): void {
  if (joined) return;
  // What is not compiled together reads the memory wrong.
  if (!WebAssembly.Module.customSections(part, startedAs).length) throw new Error("papers.wasm is of another build");
  new WebAssembly.Instance(part, { __wasm_split: started as unknown as WebAssembly.ModuleImports });
  joined = true;
}

/** Calls what is in the further part. */
export function callBeyond<T>(run: () => T): T {
  if (!joined) throw new Error("papers are not there yet: `await ready()` of `joint-meeting/papers` first");
  return call(run);
}

/** How many bytes the engine holds of the host's memory. It grows when it must and never shrinks. */
export function memory(): number {
  return started?.memory.buffer.byteLength ?? 0;
}

/** Calls the core. */
export function call<T>(run: () => T): T {
  if (stopped) throw new Broken(stopped.cause);
  if (!started) throw new Error("the engine is not there yet: `await ready()` first");
  try {
    return run();
  } catch (thrown) {
    if (typeof thrown === "string") throw errorOf(thrown);
    // A trap, or a stack that is exhausted: what the call had done so far is unknown.
    if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) {
      throw (stopped = new Broken(thrown));
    }
    throw thrown;
  }
}

/** Calls the core and reads its answer. */
export function ask<T>(run: () => string): T {
  return JSON.parse(call(run)) as T;
}

/** A value as JSON text. Text, or its bytes, is taken as JSON that is written already. An error is told of a place. */
export function json(value: unknown, place = "."): string {
  if (typeof value === "string") return wellFormed(value, place);
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) return textOf(value, place);
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (thrown) {
    throw new Malformed(place, `cannot be written as JSON: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
  if (text === undefined) throw new Malformed(place, `${typeof value} is not JSON`);
  return text;
}
