import fc from "fast-check";
import { expect, it } from "vitest";
import { TOTAL_KEY } from "../breakdown/index.ts";
import type { OperandSource } from "../formula/index.ts";
import { IndicatorCode } from "../indicator/index.ts";
import type { PeriodType } from "../period/index.ts";
import { affectedCells } from "./affected-cells.ts";
import { evaluatePlan } from "./evaluate-plan.ts";
import { operandRanges } from "./operand-ranges.ts";
import type { ChangedCell } from "./stored-extent.ts";
import { AGGREGATED, AGGREGATED_BREAKDOWNS } from "./testing/aggregated-world.ts";
import { MemoryStore } from "./testing/small-world.ts";

const { graph, space, areas } = AGGREGATED;
const FIRST = 2024 * 12 + 9;
const LAST = 2025 * 12 + 2;

const month = fc.integer({ min: FIRST, max: LAST }).map((ordinal) => ({ type: "month" as PeriodType, ordinal }));
const year = fc.constantFrom(2024, 2025).map((ordinal) => ({ type: "year" as PeriodType, ordinal }));
const start = fc
  .constantFrom("2024-05-01", "2025-02-01")
  .map((day) => ({ type: "static" as PeriodType, ordinal: Date.parse(day) / 86_400_000 }));

const cell = (name: string, period: fc.Arbitrary<ChangedCell["period"]>, keys = [TOTAL_KEY]) =>
  fc.record({
    indicator: fc.constant(IndicatorCode.parse(name)),
    area: fc.constantFrom(...areas),
    breakdown: fc.constantFrom(...keys),
    scenario: fc.constant("actual" as const),
    period,
  });

const anyCell: fc.Arbitrary<ChangedCell> = fc.oneof(
  { weight: 6, arbitrary: cell("t.sum", month, [...AGGREGATED_BREAKDOWNS]) },
  ...["t.part", "t.mean", "t.max", "t.min", "t.w", "t.wk", "t.none", "d.rate", "d.max"].map((name) => ({
    weight: 1,
    arbitrary: cell(name, month),
  })),
  { weight: 1, arbitrary: cell("t.max", month, [...AGGREGATED_BREAKDOWNS]) },
  { weight: 1, arbitrary: cell("t.w", month, [...AGGREGATED_BREAKDOWNS]) },
  { weight: 1, arbitrary: cell("d.own", month, [...AGGREGATED_BREAKDOWNS]) },
  { weight: 2, arbitrary: cell("t.pop", year) },
  { weight: 1, arbitrary: cell("t.fixed", start) },
);
interface Entry {
  readonly cell: ChangedCell;
  readonly value: number | null;
}
const entry: fc.Arbitrary<Entry> = fc.record({
  cell: anyCell,
  value: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -3, max: 9 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
});

function apply(store: MemoryStore, entries: readonly Entry[]): void {
  for (const { cell: changed, value } of entries)
    store.send(changed, changed.period.type, changed.period.ordinal, value);
}

/** Every leaf unit in force has every operand, so that wholes are whole until something is taken out. */
const DENSE: readonly Entry[] = areas.flatMap((area, a) => {
  if (["VN", "RA", "RB", "31"].includes(area)) return [];
  const at = (name: string, type: PeriodType, ordinal: number, breakdown = TOTAL_KEY): Entry => ({
    cell: { indicator: IndicatorCode.parse(name), area, breakdown, scenario: "actual", period: { type, ordinal } },
    value: ((a * 5 + ordinal * 7) % 11) + 1,
  });
  const isFormer = area.startsWith("vn63:");
  const months = isFormer ? [FIRST, FIRST + 1, FIRST + 2] : [LAST - 2, LAST - 1, LAST];
  const days = at("t.fixed", "static", Date.parse("2024-01-01") / 86_400_000);
  return [
    days,
    at("t.pop", "year", isFormer ? 2024 : 2025),
    ...months.flatMap((ordinal) => [
      ...AGGREGATED_BREAKDOWNS.map((key) => at("t.sum", "month", ordinal, key)),
      ...["t.part", "t.mean", "t.max", "t.min", "t.w", "t.wk", "t.none"].map((name) => at(name, "month", ordinal)),
    ]),
  ];
});

function worldOf(history: readonly Entry[]): MemoryStore {
  const store = new MemoryStore(AGGREGATED);
  apply(store, DENSE);
  apply(store, history);
  store.recomputeAll();
  return store;
}

const histories = [fc.array(entry, { maxLength: 30 }), fc.array(entry, { minLength: 1, maxLength: 6 })] as const;

it("incremental equals full with roll-ups, recasts, totals and formulas over them", () => {
  fc.assert(
    fc.property(...histories, (history, batch) => {
      const before = worldOf(history);
      const after = before.copy();
      apply(after, batch);
      const changed = batch.map((it) => it.cell);
      const plan = affectedCells({ graph, changed, space, stored: before.extent() });
      for (const { cell: at, value, status, coverage, live } of evaluatePlan({ graph, plan, source: after, space })) {
        const reading = live ? { value, status, coverage, token: null, origin: "computed" as const } : null;
        after.put({ ...at, scenario: "actual" }, at.period.ordinal, reading);
      }
      expect(after.snapshot()).toEqual(worldOf([...history, ...batch]).snapshot());
      expect(plan.cellCount).toBe(plan.series.reduce((count, { ordinals }) => count + new Set(ordinals).size, 0));
    }),
    { numRuns: 30 },
  );
});

it("every reading of a plan lies in the ranges told beforehand", () => {
  fc.assert(
    fc.property(...histories, (history, batch) => {
      const store = worldOf(history);
      const plan = affectedCells({ graph, changed: batch.map((it) => it.cell), space, stored: store.extent() });
      const ranges = new Map(
        operandRanges({ graph, plan, space }).map((it) => [
          `${it.indicator}|${it.area}|${it.breakdown}|${it.scenario}`,
          it.ranges,
        ]),
      );
      const outside: string[] = [];
      const source: OperandSource = {
        open: (series) => {
          const key = `${series.indicator}|${series.area}|${series.breakdown}|${series.scenario}`;
          const readings = store.open(series);
          const isTold = (ordinal: number): boolean =>
            ranges.get(key)?.some(({ first, last }) => first <= ordinal && ordinal <= last) ?? false;
          return {
            at: (ordinal) => {
              if (!isTold(ordinal)) outside.push(`${key}/${ordinal}`);
              return readings.at(ordinal);
            },
          };
        },
      };
      evaluatePlan({ graph, plan, source, space });
      expect(outside).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
