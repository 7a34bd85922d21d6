/**
 * The one way to the core: values become JSON text, answers are read, and what is thrown becomes an error with a class.
 */

import { built } from "./built.js";
import { Broken, Malformed, errorOf } from "./errors.js";
import { text as textOf, wellFormed } from "./given.js";

/** A build of the module: that for pages or that for Node. */
type Build = keyof typeof built;
/** What is loaded when it is wanted. */
export type Part = keyof typeof built[Build]["parts"];

let started: { memory: WebAssembly.Memory; build: Build } | undefined;
const joined = new Set<string>();
let stopped: Broken | undefined;

/** The module is there, in one of its builds. */
export function start(module: { memory: WebAssembly.Memory }, build: Build): void {
  started = { ...module, build };
}

/** The files in which a part of the engine stands; some of them it has together with other parts. */
export function filesOf(part: Part, build: Build): readonly string[] {
  return built[build].parts[part];
}

/** A further file of the engine is there: it shares the memory of the first. */
export function join(file: string, module: WebAssembly.Module): void {
  if (joined.has(file)) return;
  // What is not compiled together reads the memory wrong.
  const name = built[started!.build].name;
  if (!WebAssembly.Module.customSections(module, name).length) throw new Error(`${file} is of another build`);
  new WebAssembly.Instance(module, { __wasm_split: started as unknown as WebAssembly.ModuleImports });
  joined.add(file);
}

/** Calls what is in a part. */
export function callBeyond<T>(part: Part, run: () => T): T {
  const isThere = started && filesOf(part, started.build).every((it) => joined.has(it));
  if (started && !isThere) throw new Error(`the part for ${part} is not there yet: \`await ready()\` of \`joint-meeting/${part}\` first`);
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

/** Calls what is in a part and reads its answer. */
export function askBeyond<T>(part: Part, run: () => string): T {
  return JSON.parse(callBeyond(part, run)) as T;
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
