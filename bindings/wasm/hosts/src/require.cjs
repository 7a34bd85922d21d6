const { Charter, JointMeeting, Refused, ready } = require("joint-meeting");
const { Desk, write } = require("joint-meeting/papers");

(async () => {
  await ready();
  const body = JointMeeting.begin(await Charter.bundled("nankai-dog-2022"));
  const docx = write(new Desk(body).paper({ register: { on: "2022-06-30" } }), "docx");
  const engine = await import("joint-meeting/web");
  if (engine.Refused === Refused) throw new Error("an engine of its own is one of its own");
  console.log(String.fromCharCode(docx[0], docx[1]));
})();
