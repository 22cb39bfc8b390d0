import { expect, it } from "vitest";
import { readPreferences } from "./preferences.ts";

it.each<[string | undefined, "strict" | "lenient"]>([
  [undefined, "strict"],
  ["", "strict"],
  ["handling=strict", "strict"],
  ["handling=lenient", "lenient"],
  ['Handling = "Lenient"', "lenient"],
  ["handling=lenient; why=test", "lenient"],
  ["handling=lenient, handling=strict", "lenient"],
  [" , handling=lenient,", "lenient"],
])("%j is %s, and understood", (header, handling) => {
  expect(readPreferences(header)).toEqual({ handling, unknown: [] });
});

it.each<[string, "strict" | "lenient", string[]]>([
  ["handling=lax", "strict", ["handling=lax"]],
  ["handling", "strict", ["handling"]],
  ["lenient", "strict", ["lenient"]],
  ["handling:lenient", "strict", ["handling:lenient"]],
  // The first counts, understood or not.
  ["handling=lax, handling=lenient", "strict", ["handling=lax"]],
  ["return=minimal, handling=lenient, wait=10", "lenient", ["return=minimal", "wait=10"]],
  // A parameter of another preference is no preference, and a comma between quotes separates nothing.
  ["foo; handling=lenient", "strict", ["foo; handling=lenient"]],
  ['note="a, handling=lenient"', "strict", ['note="a, handling=lenient"']],
  ['note="open, handling=lenient', "lenient", ['note="open']],
])("of %j it is %s, and says what was not understood", (header, handling, unknown) => {
  expect(readPreferences(header)).toEqual({ handling, unknown });
});

it("repeats a few of them, each cut", () => {
  const many = Array.from({ length: 50 }, (_, at) => `p${at}=${"x".repeat(at * 10)}`).join(",");
  const { unknown } = readPreferences(many);
  expect(unknown).toHaveLength(10);
  expect(readPreferences("x".repeat(10_000)).unknown).toEqual(["x".repeat(100)]);
});
