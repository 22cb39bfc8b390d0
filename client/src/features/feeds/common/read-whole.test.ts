import { expect, it } from "vitest";
import { readWhole } from "./read-whole.ts";

it.each([
  ["7", 7],
  [" 0 ", 0],
  ["90", 90],
  ["91", null],
  ["200", null],
  ["9".repeat(400), null],
  ["-1", null],
  ["7,5", null],
  ["1e1", null],
  ["", null],
])("%j between 0 and 90 is %j", (typed, value) => {
  expect(readWhole(typed, { least: 0, most: 90 })).toBe(value);
});
