import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodFromId } from "../period/period-from-id.ts";
import { buildStrip, STRIP_LENGTH, type StripDelivery, type StripIndicator, type StripInput } from "./build-strip.ts";
import { SINCE_EVER } from "./since-ever.ts";

/** A strip judges thirty periods at once. */
const RUNS = { numRuns: 25 };
const NEWEST = periodFromId("2026-11", "month").ordinal;
const ordinal = fc.integer({ min: NEWEST - STRIP_LENGTH - 3, max: NEWEST + 1 });
const moment = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2026, 11) }).map((ms) => new Date(ms).toISOString());

const indicators: fc.Arbitrary<StripIndicator[]> = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom("a.b", "a.c", "a.d"),
    rule: fc.option(
      fc.record({
        lagDays: fc.nat(60),
        basis: fc.constant("calendar" as const),
        workingDays: fc.boolean(),
        proposed: fc.boolean(),
      }),
    ),
    since: ordinal,
    isOwned: fc.boolean(),
  }),
  { selector: ({ code }) => code },
);
const delivery: fc.Arbitrary<StripDelivery> = fc
  .record({
    indicator: fc.constantFrom("a.b", "a.c", "a.d"),
    ordinal,
    at: fc.tuple(moment, moment),
    cells: fc.integer({ min: 1, max: 9 }),
    late: fc.nat(9),
    replayed: fc.nat(9),
  })
  .map(({ at, cells, late, replayed, ...rest }) => {
    const [firstAt = "", lastAt = ""] = at.toSorted();
    return { ...rest, firstAt, lastAt, cells, late: Math.min(late, cells), replayed: Math.min(replayed, cells) };
  });
const input: fc.Arbitrary<StripInput> = fc.record({
  periodType: fc.constant("month" as const),
  now: fc.constant("2026-11-22T03:00:00.000Z"),
  judgedSince: fc.option(moment),
  undatedSince: fc.option(moment),
  connectedSince: fc.option(fc.oneof(moment, fc.constant(SINCE_EVER))),
  indicators,
  deliveries: fc.uniqueArray(delivery, {
    selector: ({ indicator, ordinal: at }) => `${indicator} ${at}`,
    maxLength: 40,
  }),
});

/** Only deliveries of indicators that are told of count. */
const known = ({ indicators: list, deliveries }: StripInput): StripDelivery[] =>
  deliveries.filter(({ indicator }) => list.some(({ code }) => code === indicator));

describe("a strip, whatever came and whenever", () => {
  it("counts every indicator of a period once, in one way", () => {
    fc.assert(
      fc.property(input, (each) => {
        for (const cell of buildStrip(each).strip.cells) {
          const { expected, onTime, late, missing, notYetDue, notConnected } = cell;
          expect(onTime + late + missing + notYetDue).toBeLessThanOrEqual(expected);
          expect(expected + notConnected).toBeLessThanOrEqual(each.indicators.length);
        }
      }),
      RUNS,
    );
  });

  it("loses no cell that came within its periods", () => {
    fc.assert(
      fc.property(input, (each) => {
        const { cells } = buildStrip(each).strip;
        const within = known(each).filter((it) => it.ordinal > NEWEST - STRIP_LENGTH && it.ordinal <= NEWEST);
        expect(cells.reduce((sum, cell) => sum + cell.cells, 0)).toBe(within.reduce((sum, it) => sum + it.cells, 0));
        expect(cells.reduce((sum, cell) => sum + cell.cellsLate, 0)).toBe(within.reduce((sum, it) => sum + it.late, 0));
      }),
      RUNS,
    );
  });

  it("calls nothing missing that is not due yet, and nothing before the feed was connected", () => {
    fc.assert(
      fc.property(input, (each) => {
        for (const { missing, state, dueAt } of buildStrip(each).strip.cells) {
          if (missing === 0) continue;
          expect(["missing", "incomplete"]).toContain(state);
          expect(dueAt).not.toBeNull();
        }
        const never = buildStrip({ ...each, connectedSince: null });
        expect(never.strip.cells.every(({ missing }) => missing === 0)).toBe(true);
        expect([never.overdue, never.next]).toEqual([0, null]);
      }),
      RUNS,
    );
  });

  it("asks nothing of indicators that were handed over", () => {
    fc.assert(
      fc.property(input, (each) => {
        const handedOver = each.indicators.map((it) => ({ ...it, isOwned: false }));
        const { strip, overdue, next } = buildStrip({ ...each, indicators: handedOver });
        expect(strip.cells.every(({ missing, notYetDue }) => missing === 0 && notYetDue === 0)).toBe(true);
        expect([overdue, next]).toEqual([0, null]);
      }),
      RUNS,
    );
  });

  it("judges a delivery the same whatever else the feed sends", () => {
    fc.assert(
      fc.property(input, (each) => {
        const sums = each.indicators.map((indicator) => buildStrip({ ...each, indicators: [indicator] }).strip.cells);
        for (const [at, cell] of buildStrip(each).strip.cells.entries()) {
          for (const count of ["expected", "onTime", "late", "missing", "notYetDue", "notConnected", "cells"] as const)
            expect(sums.reduce((sum, cells) => sum + (cells[at]?.[count] ?? 0), 0)).toBe(cell[count]);
        }
      }),
      RUNS,
    );
  });

  it("names as next what is due first from now on", () => {
    fc.assert(
      fc.property(input, (each) => {
        const { next } = buildStrip(each);
        if (next === null) return;
        expect(next.at >= each.now).toBe(true);
        const alone = each.indicators.map(
          (indicator) => buildStrip({ ...each, indicators: [indicator] }).next?.at ?? "9",
        );
        expect(next.at).toBe(alone.toSorted()[0]);
      }),
      RUNS,
    );
  });

  it("does not depend on the order of indicators and deliveries", () => {
    fc.assert(
      fc.property(input, (each) => {
        const turned = { ...each, indicators: each.indicators.toReversed(), deliveries: each.deliveries.toReversed() };
        expect(buildStrip(turned).strip).toEqual(buildStrip(each).strip);
      }),
      RUNS,
    );
  });
});
