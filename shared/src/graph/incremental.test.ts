import fc from "fast-check";
import { expect, it } from "vitest";
import { TOTAL_KEY } from "../breakdown/index.ts";
import type { OperandSource } from "../formula/index.ts";
import { THREE_PROVINCES } from "../formula/testing/index.ts";
import { IndicatorCode } from "../indicator/index.ts";
import type { PeriodType } from "../period/index.ts";
import { affectedCells } from "./affected-cells.ts";
import { evaluatePlan } from "./evaluate-plan.ts";
import { operandRanges } from "./operand-ranges.ts";
import type { ChangedCell } from "./stored-extent.ts";
import { AREAS, BREAKDOWNS, GRAPH, MemoryStore } from "./testing/small-world.ts";

const day = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / 86_400_000;

const month = fc
  .integer({ min: 2024 * 12, max: 2025 * 12 + 11 })
  .map((ordinal) => ({ type: "month" as PeriodType, ordinal }));
const year = fc.integer({ min: 2023, max: 2026 }).map((ordinal) => ({ type: "year" as PeriodType, ordinal }));
const start = fc
  .constantFrom(day(2023, 5), day(2024, 7), day(2025, 3))
  .map((ordinal) => ({ type: "static" as PeriodType, ordinal }));

const cell = (
  name: string,
  period: fc.Arbitrary<ChangedCell["period"]>,
  scenario: ChangedCell["scenario"] = "actual",
  keys = BREAKDOWNS.slice(0, 1),
) =>
  fc.record({
    indicator: fc.constant(IndicatorCode.parse(name)),
    area: fc.constantFrom(...AREAS),
    breakdown: fc.constantFrom(...keys),
    scenario: fc.constant(scenario),
    period,
  });

const anyCell: fc.Arbitrary<ChangedCell> = fc.oneof(
  { weight: 6, arbitrary: cell("t.x", month, "actual", [...BREAKDOWNS]) },
  { weight: 4, arbitrary: cell("t.y", month) },
  { weight: 2, arbitrary: cell("t.cum", month) },
  { weight: 2, arbitrary: cell("t.year", year) },
  { weight: 1, arbitrary: cell("t.fixed", start) },
  { weight: 1, arbitrary: cell("t.x", year, "target", [...BREAKDOWNS]) },
  { weight: 1, arbitrary: cell("t.x", month, "target") },
  { weight: 1, arbitrary: cell("d.a", month) },
);
const entry = fc.record({ cell: anyCell, value: fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constant(null)) });

function apply(store: MemoryStore, entries: readonly { cell: ChangedCell; value: number | null }[]): void {
  for (const { cell: changed, value } of entries)
    store.send(changed, changed.period.type, changed.period.ordinal, value);
}

/** Every operand in every month of 2024 and 2025, so that windows are whole until something is taken out. */
const DENSE = AREAS.flatMap((area, a) =>
  Array.from({ length: 24 }, (_, m) => {
    const value = ((a * 5 + m * 7) % 11) + 1;
    const period = { type: "month" as PeriodType, ordinal: 2024 * 12 + m };
    const at = (name: string, breakdown = BREAKDOWNS[0] ?? TOTAL_KEY) => ({
      cell: { indicator: IndicatorCode.parse(name), area, breakdown, scenario: "actual" as const, period },
      value,
    });
    return [...BREAKDOWNS.map((key) => at("t.x", key)), at("t.y"), at("t.cum")];
  }).flat(),
);

function worldOf(history: readonly { cell: ChangedCell; value: number | null }[]): MemoryStore {
  const store = new MemoryStore();
  apply(store, DENSE);
  apply(store, history);
  store.recomputeAll();
  return store;
}

it("an incremental recompute equals a full one, and reaches every cell that changes", () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 40 }),
      fc.array(entry, { minLength: 1, maxLength: 6 }),
      (history, batch) => {
        const before = worldOf(history);
        const after = before.copy();
        apply(after, batch);
        const plan = affectedCells({
          graph: GRAPH,
          changed: batch.map((e) => e.cell),
          space: THREE_PROVINCES,
          stored: before.extent(),
        });
        for (const { cell: at, value, status, coverage, live } of evaluatePlan({
          graph: GRAPH,
          plan,
          source: after,
          space: THREE_PROVINCES,
        })) {
          after.put(
            { ...at, scenario: "actual" },
            at.period.ordinal,
            live ? { value, status, coverage, token: null, origin: "computed" } : null,
          );
        }
        const full = worldOf([...history, ...batch]);
        expect(after.snapshot()).toEqual(full.snapshot());
        expect(plan.cellCount).toBe(plan.series.reduce((count, { ordinals }) => count + new Set(ordinals).size, 0));
      },
    ),
    { numRuns: 40 },
  );
});

it("every reading of a plan lies in the ranges told beforehand", () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 30 }),
      fc.array(entry, { minLength: 1, maxLength: 4 }),
      (history, batch) => {
        const store = worldOf(history);
        const changed = batch.map((e) => e.cell);
        const plan = affectedCells({ graph: GRAPH, changed, space: THREE_PROVINCES, stored: store.extent() });
        const ranges = new Map(
          operandRanges({ graph: GRAPH, plan, space: THREE_PROVINCES }).map((r) => [
            `${r.indicator}|${r.area}|${r.breakdown}|${r.scenario}`,
            r.ranges,
          ]),
        );
        const outside: string[] = [];
        const source: OperandSource = {
          open: (series) => {
            const key = `${series.indicator}|${series.area}|${series.breakdown}|${series.scenario}`;
            const readings = store.open(series);
            return {
              at: (ordinal) => {
                if (!ranges.get(key)?.some(({ first, last }) => first <= ordinal && ordinal <= last))
                  outside.push(`${key}/${ordinal}`);
                return readings.at(ordinal);
              },
            };
          },
        };
        evaluatePlan({ graph: GRAPH, plan, source, space: THREE_PROVINCES });
        expect(outside).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
