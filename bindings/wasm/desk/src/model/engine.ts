/** The two parts of the engine: from inside the page where it is one file, and from beside it where it is served. */

import { ready } from "joint-meeting";

const unpacked = async (text: string): Promise<ArrayBuffer> => {
  const bytes = Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};

/** A part that stands in the page, packed. */
async function inPage(part: "engine" | "papers"): Promise<ArrayBuffer | undefined> {
  const held = document.getElementById(`part-${part}`);
  return held ? unpacked(held.textContent ?? "") : undefined;
}

let started: Promise<void> | undefined;

export function startEngine(): Promise<void> {
  started ??= inPage("engine").then((it) => (it ? ready(it) : ready()));
  return started;
}

export type Papers = typeof import("joint-meeting/papers");

let papers: Promise<Papers> | undefined;

/** The part that makes papers, when one is wanted. */
export function startPapers(): Promise<Papers> {
  papers ??= Promise.all([import("joint-meeting/papers"), inPage("papers"), startEngine()]).then(async ([it, held]) => {
    await (held ? it.ready(held) : it.ready());
    return it;
  });
  return papers;
}
