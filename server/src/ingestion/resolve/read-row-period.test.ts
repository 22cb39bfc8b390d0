import type { PeriodType } from "@bochiso/shared/period";
import { expect, it } from "vitest";
import { readRowPeriod } from "./read-row-period.ts";

const NOW = Date.parse("2026-11-22T00:00:00Z");
const read = (text: string, type: PeriodType | undefined, isActual: boolean): string => {
  const period = readRowPeriod(text, { type, isActual, now: NOW });
  return "period" in period ? period.id : period.code;
};

it.each<[string, PeriodType | undefined, boolean, string]>([
  ["2026-M10", "month", true, "2026-10"],
  ["2026-13", "month", true, "period-malformed"],
  ["2026", "month", true, "period-type-mismatch"],
  // A plan of the year answers its months; one of a day answers no month.
  ["2026", "month", false, "2026"],
  ["2026-10-05", "month", false, "period-type-mismatch"],
  ["2026-W41", "month", false, "period-type-mismatch"],
  // Of an unknown indicator any period will do.
  ["2026-W41", undefined, true, "2026-W41"],
])("%s for %s (actual: %s) is %s", (text, type, isActual, expected) => {
  expect(read(text, type, isActual)).toBe(expected);
});

it("knows first and last day, and whether it has begun in Viet Nam", () => {
  const at = (iso: string) => readRowPeriod("2026-12", { type: "month", isActual: true, now: Date.parse(iso) });
  expect(at("2026-11-30T16:59:59Z")).toMatchObject({ first: "2026-12-01", last: "2026-12-31", latestBegun: "2026-11" });
  expect(at("2026-11-30T17:00:00Z")).toMatchObject({ latestBegun: null });
});
