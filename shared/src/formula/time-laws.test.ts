import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Period, periodId, shiftPeriod } from "../period/index.ts";
import { aDefinition, aPeriod, type CellContent, definitionsOf, evaluateAt } from "./testing/index.ts";

const definitions = definitionsOf(
  aDefinition("t.flow"),
  aDefinition("t.ytd", { accumulation: "ytd", aggregation: { area: "sum", time: "last" } }),
  aDefinition("t.daily", { periodType: "day" }),
);
type Cells = Readonly<Record<string, CellContent>>;
const valueAt = (formula: string, cells: Cells, period: string) =>
  evaluateAt(formula, period, cells, { definitions }).value;

/** Whole amounts of consecutive months from January 2023 on, perhaps with gaps. */
const flows = fc.array(fc.option(fc.integer({ min: 1, max: 1_000 }), { freq: 12 }), { minLength: 26, maxLength: 36 });
const JANUARY_2023 = aPeriod("2023-01");
const monthAt = (index: number): Period => shiftPeriod(JANUARY_2023, index);

/** Cells of the flow, and of its running totals of the year as an agency would send them. */
function monthsOf(amounts: readonly (number | null)[]): Cells {
  const cells: Record<string, CellContent> = {};
  let total: number | null = 0;
  for (const [index, amount] of amounts.entries()) {
    if (index % 12 === 0) total = 0;
    total = total === null || amount === null ? null : total + amount;
    if (amount !== null) cells[`t.flow/${periodId(monthAt(index))}`] = amount;
    if (total !== null) cells[`t.ytd/${periodId(monthAt(index))}`] = total;
  }
  return cells;
}

/** Months from the second year on in which the two formulas do not give the same. */
function differencesOf(amounts: readonly (number | null)[], left: string, right: (month: number) => string): string[] {
  const cells = monthsOf(amounts);
  const differences: string[] = [];
  for (let index = 13; index < amounts.length; index += 4) {
    const id = periodId(monthAt(index));
    const said = [left, right(index % 12)].map((formula) => {
      const value = valueAt(formula, cells, id);
      return value.kind === "missing" ? value.kind : JSON.stringify(value);
    });
    if (said[0] !== said[1]) differences.push(`${id}: ${said.join(" and ")}`);
  }
  return differences;
}

describe("time functions of monthly series", () => {
  it.each<[string, (month: number) => string]>([
    ["previous(t.flow)", () => "lag(t.flow, 1)"],
    ["yearAgo(t.flow)", () => "lag(t.flow, 12)"],
    ["lag(lag(t.flow, 3), 4)", () => "lag(t.flow, 7)"],
    ["yearAgo(previous(t.flow))", () => "previous(yearAgo(t.flow))"],
    ["endOfLastYear(t.flow)", (month) => `lag(t.flow, ${month + 1})`],
    ["ytd(t.flow)", (month) => `rollingSum(t.flow, ${month + 1})`],
    ["ytdMean(t.flow) * 1", (month) => `ytd(t.flow) / ${month + 1}`],
    ["rollingMean(t.flow, 4)", () => "rollingSum(t.flow, 4) / 4"],
    ["rollingSum(t.flow, 3)", () => "t.flow + previous(t.flow) + lag(t.flow, 2)"],
    ["yoy(t.flow)", () => "(t.flow - yearAgo(t.flow)) / yearAgo(t.flow) * 100"],
    ["pop(t.flow)", () => "(t.flow - previous(t.flow)) / previous(t.flow) * 100"],
    ["yoy(ytd(t.flow))", (month) => `yoy(rollingSum(t.flow, ${month + 1}))`],
    ["yearAgo(t.flow + t.ytd)", () => "yearAgo(t.flow) + yearAgo(t.ytd)"],
    ["ytd(2 * t.flow)", () => "2 * ytd(t.flow)"],
    ["ytd(inPeriod(t.ytd))", () => "t.ytd"],
  ])("%s is what it is made of", (left, right) => {
    fc.assert(
      fc.property(flows, (amounts) => {
        expect(differencesOf(amounts, left, right)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("inPeriod gives back the amounts that a running total was made of", () => {
    fc.assert(
      fc.property(flows, (amounts) => {
        const cells = monthsOf(amounts);
        for (const [index, amount] of amounts.entries()) {
          const id = periodId(monthAt(index));
          const value = valueAt("inPeriod(t.ytd)", cells, id);
          if (value.kind === "number") expect(value.value).toBe(amount);
          else expect(amounts.slice(index - (index % 12), index + 1)).toContain(null);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("a finer series of every day is summed into the month it lies in, to its last day", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("2024-02", "2025-02", "2025-04", "2025-12"),
        fc.integer({ min: 1, max: 9 }),
        (month, each) => {
          const cells: Record<string, CellContent> = {};
          const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
          for (let day = 1; day <= days; day += 1) cells[`t.daily/${month}-${String(day).padStart(2, "0")}`] = each;
          expect(valueAt("t.daily", cells, month)).toEqual({ kind: "number", value: days * each });
          delete cells[`t.daily/${month}-${days}`];
          expect(valueAt("t.daily", cells, month)).toEqual({ kind: "missing", reason: "incomplete-parts" });
        },
      ),
      { numRuns: 20 },
    );
  });
});
