import { useEffect, useState } from "react";
import { type Charter, JointMeeting } from "joint-meeting";
import { work } from "../src/work.js";

export function begin(charter: Charter): JointMeeting {
  return JointMeeting.begin(charter, { language: "en" });
}

export function App({ first = "…" }: { first?: string }) {
  const [said, say] = useState(first);
  useEffect(() => {
    work().then(say, (why: unknown) => say(String(why)));
  }, []);
  return <output>{said}</output>;
}
