import { expect, it } from "vitest";
import { goesAhead, SMALL_BODY } from "./urgency.ts";

const MIB = 1024 * 1024;

it.each([
  [SMALL_BODY, false, true],
  [SMALL_BODY + 1, false, false],
  [MIB, true, true],
  [MIB + 1, true, false],
])("a body of %d bytes, urgent %s, goes ahead: %s", (bytes, isUrgent, expected) => {
  expect(goesAhead(bytes, isUrgent)).toBe(expected);
});
