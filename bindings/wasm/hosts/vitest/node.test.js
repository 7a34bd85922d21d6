import { expect, test } from "vitest";

import { EXPECTED, work } from "../src/work.js";

test("a body is founded", async () => {
  expect(await work()).toBe(EXPECTED);
});
