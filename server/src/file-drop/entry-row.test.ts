import { expect, it } from "vitest";
import type { FileField } from "./column-names.ts";
import { entryRow } from "./entry-row.ts";

const ADDRESS = [
  ["indicator", "a.money"],
  ["area", "VN"],
  ["period", "2026-10"],
] as const;
const rowOf = (fields: readonly (readonly [FileField, string])[], breakdown = {}, status?: string) =>
  entryRow({ fields: new Map([...ADDRESS, ...fields]), breakdown, value: "1", status });
const PLAIN = { indicator: "a.money", area: "VN", period: "2026-10", value: "1" };

it("says what the line says, and leaves out the rest", () => {
  expect(rowOf([])).toEqual(PLAIN);
  expect(
    rowOf(
      [
        ["note", "sơ bộ"],
        ["scenario", "plan"],
        ["baseYear", "2019"],
      ],
      {},
      "P",
    ),
  ).toEqual({
    ...PLAIN,
    note: "sơ bộ",
    scenario: "plan",
    baseYear: "2019",
    status: "P",
  });
});

it("reads the breakdown of a template, where a column of its own goes before it", () => {
  const fields = [["breakdown", "ownership=FDI; sector = C ;"]] as const;
  expect(rowOf(fields).breakdown).toEqual({ ownership: "FDI", sector: "C" });
  expect(rowOf(fields, { ownership: "domestic" }).breakdown).toEqual({ ownership: "domestic", sector: "C" });
  expect(rowOf([["breakdown", "Tổng số"]])).not.toHaveProperty("breakdown");
});

it.each([
  ["true", true],
  ["x", true],
  ["X", true],
  ["1", true],
  ["Có", true],
  ["false", undefined],
  ["0", undefined],
  ["", undefined],
])("takes back for %j: %s", (text, retract) => {
  expect(rowOf([["retract", text]]).retract).toBe(retract);
});

it("takes both days of a window, and passes on one that lacks a day, for the rules of rows to refuse", () => {
  expect(rowOf([["window", "2026-10-01/2026-10-31"]]).window).toEqual({ start: "2026-10-01", end: "2026-10-31" });
  expect(rowOf([["window", "2026-10-01"]]).window).toEqual({ start: "2026-10-01", end: "" });
});
