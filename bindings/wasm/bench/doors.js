/** The ways into the package, each as something that takes what it is given and says which rule refused it. */

import { readFileSync } from "node:fs";

import { Charter, JointMeeting } from "../dist/node.js";

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
