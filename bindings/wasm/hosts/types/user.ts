import { type Act, Charter, JointMeeting, Refused } from "joint-meeting";
import { Desk, write } from "joint-meeting/papers";
import { changes, template } from "joint-meeting/tables";
import { type Held, open } from "joint-meeting/store";

export async function use(act: Act): Promise<Blob> {
  const body = JointMeeting.begin(await Charter.bundled("nankai-dog-2022"));
  try {
    body.perform({ act, by: "p1", at: new Date() });
  } catch (why) {
    if (why instanceof Refused) console.log(why.grounds.map((it) => it.rule));
  }
  const paper = new Desk(body).paper({ register: { on: "2022-06-30" } });
  return new Blob([write(paper, "docx")]);
}

export async function roster(body: JointMeeting, file: Uint8Array): Promise<string[]> {
  const found = changes(file, body, { at: new Date() });
  return [...found.open.map((it) => it.says.zh), `${template(await Charter.bundled("nankai-dog-2022")).length}`];
}

export async function held(): Promise<Held> {
  return (await open("meetings")).open("dogs");
}
