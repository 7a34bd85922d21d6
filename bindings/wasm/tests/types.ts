/** What must compile under `tsc --strict` for a user of the package, and what must not. */

import { type Act, type Checked, type Entry, type Ground, JointMeeting, Refused, ready } from "joint-meeting";

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
