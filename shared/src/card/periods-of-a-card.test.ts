import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDay } from "../period/first-day.ts";
import { lastDay } from "../period/last-day.ts";
import type { Period } from "../period/period.ts";
import { periodAt } from "../period/period-at.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { periodId } from "../period/period-id.ts";
import type { PeriodType } from "../period/period-type.ts";
import { duePeriods } from "./due-periods.ts";
import { periodWithin } from "./period-label.ts";
import { askedSpan, shownOrdinal } from "./shown-period.ts";
import { aDefinition } from "./testing/index.ts";

const TYPES = [
  "hour",
  "day",
  "week",
  "half-month",
  "month",
  "quarter",
  "half-year",
  "year",
  "term",
] as const satisfies readonly PeriodType[];
const type = fc.constantFrom(...TYPES);
/** Moments from 2000 to 2050. */
const moment = fc.integer({ min: 946_684_800_000, max: 2_524_608_000_000 });

describe("what a due rule expects", () => {
  const rule = fc.oneof(
    fc.record({ lagDays: fc.nat(45), workingDays: fc.boolean() }),
    fc.constantFrom({ after: "PT6H" }, { after: "P1M" }, { after: "P10D" }),
  );
  const schedule = fc
    .tuple(fc.constantFrom("day", "week", "half-month", "month", "quarter", "half-year", "year"), rule)
    .map(([periodType, dueRule]) => aDefinition({ periodType, dueRule }));

  it("is the newest period that is due by now, and next the one after it", () => {
    fc.assert(
      fc.property(schedule, moment, (definition, now) => {
        const found = duePeriods(definition, now);
        if (found === null) throw new Error("a rule with a delay expects something");
        expect(Date.parse(found.expected.at)).toBeLessThanOrEqual(now);
        expect(Date.parse(found.next.at)).toBeGreaterThan(now);
        expect(found.next.period.ordinal).toBe(found.expected.period.ordinal + 1);
        expect(lastDay(found.expected.period) < new Date(now + 7 * 3_600_000).toISOString().slice(0, 10)).toBe(true);
      }),
    );
  });

  it("is the same whether it was remembered from an earlier question or looked for anew", () => {
    fc.assert(
      fc.property(schedule, fc.array(moment, { minLength: 2, maxLength: 6 }), (definition, moments) => {
        const remembered = moments.map((now) => duePeriods(definition, now));
        expect(remembered).toEqual(moments.map((now) => duePeriods({ ...definition }, now)));
      }),
    );
  });

  it("turns at the very moment at which the next period is due", () => {
    const definition = aDefinition({ periodType: "month", dueRule: { lagDays: 6 } });
    const expectedAt = (iso: string) => {
      const found = duePeriods({ ...definition }, Date.parse(iso));
      return found && periodId(found.expected.period);
    };
    expect(expectedAt("2026-11-06T23:59:59.998+07:00")).toBe("2026-09");
    expect(expectedAt("2026-11-06T23:59:59.999+07:00")).toBe("2026-10");
  });

  it.each([
    ["a definition without a rule", { dueRule: null }],
    ["a rule without a delay", { dueRule: {} }],
    ["a static value", { periodType: "static" }],
  ])("is nothing of %s", (_, changes) => {
    expect(duePeriods(aDefinition(changes), Date.parse("2026-11-22"))).toBeNull();
  });
});

describe("the periods of one type that answer for a period asked for", () => {
  it("are itself where the type is the same, and otherwise lie within it or hold it", () => {
    fc.assert(
      fc.property(type, type, moment, (own, asked, now) => {
        const period = periodAt(asked, now);
        const { from, to } = askedSpan(own, period);
        expect(from).toBeLessThanOrEqual(to);
        const [first, last]: Period[] = [from, to].map((ordinal) => ({ type: own, ordinal }));
        if (first === undefined || last === undefined) return;
        const within = lastDay(last) <= lastDay(period) && lastDay(first) >= firstDay(period);
        const holds = from === to && firstDay(first) <= lastDay(period) && lastDay(first) >= lastDay(period);
        expect(own === asked ? from === period.ordinal && to === from : within || holds).toBe(true);
      }),
    );
  });

  it.each<[PeriodType, string, string, string]>([
    ["month", "2026-Q3", "2026-07", "2026-09"],
    ["quarter", "2026-08", "2026-Q3", "2026-Q3"],
    ["year", "2026-W53", "2026", "2026"],
    ["year", "2025-W01", "2025", "2025"],
    ["term", "2026-W01", "2026/P5Y", "2026/P5Y"],
    ["day", "2024-02", "2024-02-01", "2024-02-29"],
    ["week", "2026-11", "2026-W44", "2026-W48"],
    ["half-month", "2026-11", "2026-11-01/P15D", "2026-11-16/P15D"],
    ["hour", "2026-11-22", "2026-11-22T00", "2026-11-22T23"],
    ["month", "2026", "2026-01", "2026-12"],
  ])("%s for %s: %s to %s", (own, asked, from, to) => {
    const parsed = periodOf(asked);
    const span = askedSpan(own, parsed);
    expect([span.from, span.to].map((ordinal) => periodId({ type: own, ordinal }))).toEqual([from, to]);
  });

  it("the newest of what is there is shown, and nothing from outside", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 })),
        fc.integer({ min: -20, max: 20 }),
        fc.nat(10),
        (ordinals, from, length) => {
          const inside = ordinals.filter((it) => it >= from && it <= from + length);
          expect(shownOrdinal(ordinals, { from, to: from + length })).toBe(
            inside.length === 0 ? null : Math.max(...inside),
          );
          expect(shownOrdinal(ordinals, null)).toBe(ordinals.length === 0 ? null : Math.max(...ordinals));
        },
      ),
    );
  });
});

/** The period of an id, whatever its type. */
function periodOf(id: string): Period {
  for (const each of TYPES) {
    try {
      return periodFromId(id, each);
    } catch {
      // Of another type: the next one is tried.
    }
  }
  throw new Error(id);
}

it.each([
  ["2026-10", "tháng 10/2026"],
  ["2026-Q3", "quý III/2026"],
  ["2026", "năm 2026"],
])("the period %s stands in a sentence as %s", (id, vi) => {
  expect(periodWithin(periodOf(id)).vi).toBe(vi);
});
