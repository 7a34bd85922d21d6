/** The ways into the package, each as something that takes what it is given and says which rule refused it. */

import { readFileSync } from "node:fs";

/** Whether the build for pages is played, and not that for Node. One process can have one of them. */
export const forPages = process.argv.includes("--page");
const { Charter, JointMeeting, ready } = await import(forPages ? "../dist/web.js" : "../dist/node.js");
await ready(forPages ? readFileSync(new URL("../dist/joint_meeting.wasm", import.meta.url)) : undefined);

const file = new URL("../charters/nankai-dog-2022.json", import.meta.url);
const charter = Charter.fromJson(readFileSync(file, "utf8"));

const rule = (refusal) => (refusal.type === "rules" ? refusal.grounds[0].rule : "names");

export class Door {
  body = JointMeeting.begin(charter);

  /** A submission, as an object or as its JSON text. */
  perform(submission) {
    const tried = this.body.tryPerform(submission);
    return tried.type === "refused" ? rule(tried.refusal) : null;
  }

  /** Many, as objects or as JSON texts. */
  performMany(submissions) {
    return this.body.performMany(submissions).map((it) => ("refused" in it ? rule(it.refused) : null));
  }

  counts() {
    return { entries: this.body.count };
  }

  free() {
    this.body.free();
  }
}
