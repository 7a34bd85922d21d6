/** What must compile under `tsc --strict` for a user of the package, and what must not. */

import { type Act, type Checked, type Entry, type Ground, type Journal, type JointMeeting, Refused, ready } from "joint-meeting";
import { type Exported, StoreError, open } from "joint-meeting/store";

export function words(checked: Checked): string {
  switch (checked.type) {
    case "accepted":
      return "";
    case "refused":
      return checked.message;
  }
}

export async function use(body: JointMeeting, act: Act): Promise<Ground[]> {
  await ready();
  try {
    const entry: Entry = body.perform({ act, by: "p1", at: new Date() });
    // @ts-expect-error: an entry has no such field
    entry.number;
    return [];
  } catch (why) {
    if (why instanceof Refused) return why.grounds;
    throw why;
  }
}

/** No answer is `any`: what is not in the types does not compile. */
export function strict(body: JointMeeting, journal: Journal): void {
  // @ts-expect-error: not a verdict
  body.audit({ from: "2022-01-01", to: "2022-12-31" }, "2023-01-15").clauses[0]?.verdict === "kept";
  // @ts-expect-error: no such field
  body.options("p1", new Date())[0]?.reason;
  // @ts-expect-error: the answer to a question of any kind is unknown until it is looked at
  body.ask({ breaches: {} }).length;
  // @ts-expect-error: an act needs all its fields
  body.check({ act: { type: "countersign" }, by: "p1", at: "2022-05-09T10:00:00+08:00" });
  // @ts-expect-error: read only
  journal.text = "";
}

/** A store answers with the types of the engine, and its errors have a kind. */
export async function stored(act: Act): Promise<Exported | string> {
  const records = await open("meetings", { language: "en" });
  try {
    const held = await records.open("dogs");
    const entry: Entry = await held.perform({ act, by: "p1", at: new Date(), key: "form-1" });
    // @ts-expect-error: what is held changes by what holds it alone
    held.body = entry;
    return await records.export("dogs");
  } catch (why) {
    if (why instanceof StoreError) return why.kind;
    throw why;
  }
}
