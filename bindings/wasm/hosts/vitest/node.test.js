import { expect, test } from "vitest";

import { EXPECTED } from "../src/expected.js";
import { work } from "../src/work.js";

test("a body is founded", async () => {
  expect(await work()).toBe(EXPECTED);
});
