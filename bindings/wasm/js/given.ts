/**
 * What a caller gave, looked at before it crosses the border: whatever is of another kind is told as a `TypeError` that says
 * what to pass, and never reaches the engine. What text and data mean is not asked here.
 */

import { type Language, Malformed } from "./errors.js";

/** Text as it is stored: a string, or its bytes in UTF-8. */
export type TextOrBytes = string | Uint8Array | ArrayBuffer;

/** A class whose members only it can make. */
type Class<T> = Function & { readonly prototype: T };

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A caller's mistake, with what to pass and what came. */
export function mistake(what: string, value: unknown): TypeError {
  return new TypeError(`${what}; ${kindOf(value)} was given`);
}

/** Text of any kind as a string. */
export function text(value: unknown, name: string): string {
  if (typeof value === "string") return wellFormed(value, name);
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) {
    try {
      return decoder.decode(value);
    } catch {
      throw malformed(name, "the bytes are no UTF-8", "字节不是 UTF-8");
    }
  }
  throw mistake(`\`${name}\` is a string, or its bytes in UTF-8`, value);
}

/** The bytes of a text, which may be none: it may end within a character. */
export function bytes(value: unknown, name: string): Uint8Array {
  if (typeof value === "string") return encoder.encode(value);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value instanceof Uint8Array) return value;
  throw mistake(`\`${name}\` is a string, or its bytes in UTF-8`, value);
}

/** A string whose every character can be written in UTF-8. */
export function wellFormed(value: string, name: string): string {
  const lone = /\p{Surrogate}/u.exec(value);
  if (lone) {
    const at = lone.index;
    throw malformed(name, `half of a surrogate pair at position ${at}`, `第 ${at} 位是不成对的代理码位`);
  }
  return value;
}

/** A member of a class; the kind is the name of the class, which a bundler may have shortened. */
export function member<T extends object>(value: unknown, of: Class<T>, kind: string, name: string): T {
  if (value instanceof of) return value as T;
  throw mistake(`\`${name}\` is a ${kind}`, value);
}

/** Members of a class. */
export function members<T extends object>(value: unknown, of: Class<T>, kind: string, name: string): T[] {
  if (isIterable(value)) return Array.from(value, (it, ix) => member(it, of, kind, `${name}[${ix}]`));
  throw mistake(`\`${name}\` is a list of ${kind}s`, value);
}

/** What can be gone through one by one. */
export function iterable(value: unknown, name: string): Iterable<unknown> {
  if (isIterable(value)) return value;
  throw mistake(`\`${name}\` is a list`, value);
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** A calendar year. */
export function year(value: unknown, name: string): number {
  if (Number.isInteger(value)) return value as number;
  throw mistake(`\`${name}\` is a year`, value);
}

/** Settings by their names. */
export function settings<T extends object>(value: T, name: string): T {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw mistake(`\`${name}\` is an object`, value);
}

/** A language. */
export function language(value: unknown): Language {
  if (value === "zh" || value === "en") return value;
  throw mistake('`language` is "zh" or "en"', value);
}

function malformed(path: string, problem: string, zh: string): Malformed {
  return Object.assign(new Malformed(path, problem), { zh: `${path}：${zh}` });
}

function kindOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "a string";
    case "object":
      return value === null ? "null" : `an object (${Object.prototype.toString.call(value).slice(8, -1)})`;
    case "function":
      return "a function";
    case "undefined":
      return "nothing";
    default:
      return `a ${typeof value}`;
  }
}
