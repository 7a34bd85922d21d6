/** What every host does: a body is founded, an act is refused, a paper is written and a roster to be filled. */

import { Charter, JointMeeting, Refused, ready } from "joint-meeting";
import * as papers from "joint-meeting/papers";
import * as tables from "joint-meeting/tables";

/** In a service worker nothing can be imported later, so that a charter is handed over. */
export async function work(given, { engine, files } = {}) {
  await ready(engine);
  await Promise.all([papers.ready(files), tables.ready(files)]);
  const charter = given === undefined ? await Charter.bundled("nankai-dog-2022") : Charter.fromJson(given);
  const body = JointMeeting.begin(charter, { language: "en" });
  const holders = [
    { post: "deputy-head", person: "p1" },
    { post: "order-head", person: "p2" },
  ];
  const founding = { type: "adopt_charter", charter: charter.id, version: 1, holders };
  body.perform({ act: founding, by: "p1", at: "2022-04-21T09:00:00+08:00" });
  let rule = "nothing was refused";
  try {
    const leaving = { type: "withdraw_unit", unit: "health", basis: "来函", to: "2022-06-30" };
    body.perform({ act: leaving, by: "p2", at: new Date("2022-06-01T01:00:00Z") });
  } catch (why) {
    if (!(why instanceof Refused)) throw why;
    rule = why.grounds[0].rule;
  }
  const docx = papers.write(new papers.Desk(body).paper({ register: { on: "2022-06-30" } }), "docx");
  const packed = [docx, tables.template(charter)].map((it) => String.fromCharCode(it[0], it[1]));
  return [body.entries().length, rule, ...packed].join(" ");
}
