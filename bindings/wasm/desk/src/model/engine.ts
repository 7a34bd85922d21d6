/** The engine and its parts: from inside the page where it is one file, and from beside it where it is served. */

import { ready } from "joint-meeting";

const unpacked = async (text: string): Promise<ArrayBuffer> => {
  const bytes = Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};

const held = (file: string): HTMLElement | null => document.getElementById(`engine-${file}`);

/** A file of the engine that stands in the page, packed. */
const inPage = (file: string): Promise<ArrayBuffer> => unpacked(held(file)!.textContent ?? "");

const isOneFile = (): boolean => held("wasm") !== null;

let started: Promise<void> | undefined;

export function startEngine(): Promise<void> {
  started ??= isOneFile() ? inPage("wasm").then(ready) : ready();
  return started;
}

interface Part {
  ready(sources?: (file: string) => Promise<ArrayBuffer>): Promise<void>;
}

/** A part of the engine, loaded when it is first wanted. */
function part<T extends Part>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= Promise.all([load(), startEngine()]).then(async ([it]) => {
      await (isOneFile() ? it.ready(inPage) : it.ready());
      return it;
    });
    return loading;
  };
}

export type Papers = typeof import("joint-meeting/papers");
export type Tables = typeof import("joint-meeting/tables");

/** The part that makes papers. */
export const startPapers = part<Papers>(() => import("joint-meeting/papers"));
/** The part that reads rosters and writes workbooks. */
export const startTables = part<Tables>(() => import("joint-meeting/tables"));
