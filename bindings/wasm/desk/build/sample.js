/** The sample year: what the year of the tests becomes when it is performed, as a journal. */

import { readFileSync } from "node:fs";

import { Charter, JointMeeting } from "joint-meeting";

const YEAR = new URL("../../../../tests/scenarios/nankai-2022.jsonl", import.meta.url);

async function journal() {
  const body = JointMeeting.begin(await Charter.bundled("nankai-dog-2022"));
  for (const it of readFileSync(YEAR, "utf8").trimEnd().split("\n")) body.tryPerform(JSON.parse(it).submit);
  return body.journal().text;
}

export function sample() {
  return {
    name: "sample",
    resolveId: (id) => (id === "virtual:sample" ? `\0${id}` : undefined),
    load: async (id) => (id === "\0virtual:sample" ? `export default ${JSON.stringify(await journal())};` : undefined),
  };
}
