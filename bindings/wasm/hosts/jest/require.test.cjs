const { Charter, JointMeeting, Refused, ready } = require("joint-meeting");
const { readFileSync } = require("node:fs");

test("a body is begun", async () => {
  await ready();
  const file = readFileSync(require.resolve("joint-meeting/charters/nankai-dog-2022.json"), "utf8");
  const body = JointMeeting.begin(Charter.fromJson(file));
  expect(body.entries()).toHaveLength(0);
  const leaving = { type: "withdraw_unit", unit: "health", basis: "来函", to: "2022-06-30" };
  expect(() => body.perform({ act: leaving, by: "p2", at: new Date("2022-06-01T01:00:00Z") })).toThrow(Refused);
});
