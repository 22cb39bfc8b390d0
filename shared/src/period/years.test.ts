import { describe, expect, it } from "vitest";
import { firstOfYear } from "./first-of-year.ts";
import { lastOfPreviousYear } from "./last-of-previous-year.ts";
import { periodFromId } from "./period-from-id.ts";
import { periodId } from "./period-id.ts";
import type { PeriodType } from "./period-type.ts";
import { periodsPerYear } from "./periods-per-year.ts";
import { positionInYear } from "./position-in-year.ts";
import { samePeriodLastYear } from "./same-period-last-year.ts";
import { samePeriodOfYear } from "./same-period-of-year.ts";
import { yearOf } from "./year-of.ts";

interface Row {
  readonly id: string;
  readonly type: PeriodType;
  readonly year: number;
  readonly position: number;
  readonly first: string;
  readonly lastBefore: string | null;
  readonly lastYear: string | null;
}

const row = (
  id: string,
  type: PeriodType,
  year: number,
  position: number,
  [first, lastBefore, lastYear]: readonly [string, string | null, string | null],
): Row => ({ id, type, year, position, first, lastBefore, lastYear });

const ROWS: readonly Row[] = [
  row("2026-10", "month", 2026, 10, ["2026-01", "2025-12", "2025-10"]),
  row("2026-01", "month", 2026, 1, ["2026-01", "2025-12", "2025-01"]),
  row("2026-Q3", "quarter", 2026, 3, ["2026-Q1", "2025-Q4", "2025-Q3"]),
  row("2026-S2", "half-year", 2026, 2, ["2026-S1", "2025-S2", "2025-S2"]),
  row("2026", "year", 2026, 1, ["2026", "2025", "2025"]),
  row("2026-W47", "week", 2026, 47, ["2026-W01", "2025-W52", "2025-W47"]),
  row("2026-W53", "week", 2026, 53, ["2026-W01", "2025-W52", null]),
  row("2027-W01", "week", 2027, 1, ["2027-W01", "2026-W53", "2026-W01"]),
  row("2026-11-22", "day", 2026, 326, ["2026-01-01", "2025-12-31", "2025-11-22"]),
  row("2024-02-29", "day", 2024, 60, ["2024-01-01", "2023-12-31", null]),
  row("2025-03-01", "day", 2025, 60, ["2025-01-01", "2024-12-31", "2024-03-01"]),
  row("2026-11-22T07", "hour", 2026, 7808, ["2026-01-01T00", "2025-12-31T23", "2025-11-22T07"]),
  row("2024-02-29T07", "hour", 2024, 1424, ["2024-01-01T00", "2023-12-31T23", null]),
  row("2026-02-16/P13D", "half-month", 2026, 4, ["2026-01-01/P15D", "2025-12-16/P16D", "2025-02-16/P13D"]),
  row("2024-02-16/P14D", "half-month", 2024, 4, ["2024-01-01/P15D", "2023-12-16/P16D", "2023-02-16/P13D"]),
  row("2026/P5Y", "term", 2026, 1, ["2026/P5Y", "2021/P5Y", null]),
  row("2026-01-01/..", "static", 2026, 1, ["2026-01-01/..", null, null]),
];

const idOf = (period: Parameters<typeof periodId>[0] | null): string | null => period && periodId(period);

describe.each(ROWS)("$id", ({ id, type, year, position, first, lastBefore, lastYear }) => {
  const period = periodFromId(id, type);
  it(`belongs to ${year} at place ${position}`, () => {
    expect(yearOf(period)).toBe(year);
    expect(positionInYear(period)).toBe(position);
  });
  it(`follows ${first} of its year and ${lastBefore} of the year before`, () => {
    expect(idOf(firstOfYear(period))).toBe(first);
    expect(idOf(lastOfPreviousYear(period))).toBe(lastBefore);
  });
  it(`is compared with ${lastYear}`, () => expect(idOf(samePeriodLastYear(period))).toBe(lastYear));
});

it("finds the same week and the same leap day where the other year has them", () => {
  expect(idOf(samePeriodOfYear(periodFromId("2026-W53", "week"), 2020))).toBe("2020-W53");
  expect(idOf(samePeriodOfYear(periodFromId("2024-02-29", "day"), 2020))).toBe("2020-02-29");
});

describe("periodsPerYear", () => {
  it.each([
    ["hour", 2026, 8760],
    ["hour", 2024, 8784],
    ["day", 2026, 365],
    ["day", 2024, 366],
    ["week", 2025, 52],
    ["week", 2026, 53],
    ["half-month", 2026, 24],
    ["month", 2026, 12],
    ["quarter", 2026, 4],
    ["half-year", 2026, 2],
    ["year", 2026, 1],
    ["term", 2026, 1],
    ["static", 2026, 1],
  ] as const)("of %s in %i is %i", (type, year, count) => expect(periodsPerYear(type, year)).toBe(count));
});
