import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AreaCode } from "../area/index.ts";
import { type BreakdownKey, breakdownKey, parseBreakdownKey, TOTAL_KEY } from "../breakdown/index.ts";
import { THREE_PROVINCES } from "../formula/testing/index.ts";
import { IndicatorCode } from "../indicator/index.ts";
import { Scenario } from "../observation/index.ts";
import { PeriodType } from "../period/index.ts";
import { possibleSeries, type StoredSeries } from "./possible-series.ts";
import { AGGREGATED, AGGREGATED_BREAKDOWNS } from "./testing/aggregated-world.ts";
import { AREAS, BREAKDOWNS, GRAPH, MemoryStore, type World } from "./testing/small-world.ts";

const FORMULAS: World = {
  graph: GRAPH,
  areas: AREAS,
  breakdowns: BREAKDOWNS,
  space: THREE_PROVINCES,
  results: { month: [2023 * 12, 2026 * 12 + 11], quarter: [2023 * 4, 2026 * 4 + 3] },
};

interface Sent {
  readonly indicator: string;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly scenario: Scenario;
  readonly type: PeriodType;
  readonly ordinal: number;
}
/** Cells of some indicators of a world; months of 2024 and 2025, their years, and a day in each. */
function cellsOf(world: World, names: readonly string[], keys: readonly BreakdownKey[]): fc.Arbitrary<Sent[]> {
  const cell = fc.record({
    name: fc.constantFrom(...names),
    area: fc.constantFrom(...world.areas),
    key: fc.constantFrom(...keys),
    isPlan: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    month: fc.integer({ min: 2024 * 12 + 8, max: 2025 * 12 + 5 }),
  });
  return fc.array(
    cell.map(({ name, area, key, isPlan, month }): Sent => {
      const definition = world.graph.definitions.get(name);
      const type = definition?.periodType ?? "month";
      const has = (dimension: string) => definition?.breakdowns.some((it) => it.dimension === dimension) === true;
      const breakdown = Object.keys(parseBreakdownKey(key)).every(has) ? key : TOTAL_KEY;
      const year = Math.floor(month / 12);
      const ordinal = type === "year" ? year : type === "static" ? Date.UTC(year, 2, 1) / 86_400_000 : month;
      return {
        indicator: name,
        area,
        breakdown,
        scenario: isPlan && type === "month" ? "target" : "actual",
        type,
        ordinal,
      };
    }),
    { minLength: 10, maxLength: 80 },
  );
}

function storeOf(world: World, sent: readonly Sent[]): MemoryStore {
  const store = new MemoryStore(world);
  for (const { indicator, area, breakdown, scenario, type, ordinal } of sent)
    store.send(
      { indicator: IndicatorCode.parse(indicator), area, breakdown, scenario },
      type,
      ordinal,
      ((ordinal * 7) % 9) + 1,
    );
  store.recomputeAll();
  return store;
}

/** Every series of an indicator in a store: sent ones, and computed ones as the store would list them. */
function seriesIn(
  store: MemoryStore,
  world: World,
  indicator: string,
  what: readonly ("sent" | "computed")[],
): (StoredSeries & { scenario: Scenario })[] {
  const own = world.graph.definitions.get(indicator)?.periodType ?? "month";
  return what.flatMap((each) =>
    [...store[each]].flatMap(([key, cells]) => {
      const [name, area = "", breakdown = "", scenario, type = own] = key.split("|");
      if (name !== indicator || cells.size === 0) return [];
      const ordinals = [...cells.keys()];
      return {
        area: AreaCode.parse(area),
        breakdown: breakdownKey(
          breakdown === "" ? {} : Object.fromEntries(breakdown.split(";").map((part) => part.split("="))),
        ),
        scenario: Scenario.parse(scenario),
        periodType: PeriodType.parse(type),
        first: Math.min(...ordinals),
        last: Math.max(...ordinals),
      };
    }),
  );
}

function possible(store: MemoryStore, world: World, indicator: string) {
  return possibleSeries({
    graph: world.graph,
    indicator: IndicatorCode.parse(indicator),
    space: world.space,
    stored: store.extent(),
    seriesOf: (operand, scenario) =>
      seriesIn(store, world, operand, ["sent", "computed"]).filter((it) => it.scenario === scenario),
    own: seriesIn(store, world, indicator, ["sent"]).filter((it) => it.scenario === "actual"),
    kept: [],
  });
}

const WORLDS = [
  ["formulas of every kind", FORMULAS, ["t.x", "t.y", "t.cum", "t.year", "t.fixed"], BREAKDOWNS],
  [
    "roll-ups, recasts and totals",
    AGGREGATED,
    ["t.sum", "t.part", "t.pop", "t.fixed", "t.mean", "t.max", "t.w", "t.none", "d.rate"],
    AGGREGATED_BREAKDOWNS,
  ],
] as const satisfies readonly (readonly [string, World, readonly string[], readonly BreakdownKey[]])[];

describe.each(WORLDS)("the series that can have a cell: %s", (_, world, names, keys) => {
  it("hold every cell there is, each in a run of its own that ends", () => {
    fc.assert(
      fc.property(cellsOf(world, names, keys), (sent) => {
        const store = storeOf(world, sent);
        for (const indicator of world.graph.definitions.keys()) {
          const found = possible(store, world, indicator);
          for (const { first, last } of found) expect(last - first).toBeGreaterThanOrEqual(0);
          const places = found.map(({ area, breakdown }) => `${area}|${breakdown}`);
          expect(new Set(places).size).toBe(places.length);
          const outside = seriesIn(store, world, indicator, ["computed"]).filter(
            (there) =>
              !found.some(
                (it) =>
                  it.area === there.area &&
                  it.breakdown === there.breakdown &&
                  it.first <= there.first &&
                  there.last <= it.last,
              ),
          );
          expect(outside, indicator).toEqual([]);
        }
      }),
      { numRuns: 3 },
    );
  });
});

describe("the order of possible series", () => {
  const tables = AGGREGATED.graph.aggregation?.places.areas;

  it("has the parts of a whole before it, over as many levels as there are", () => {
    fc.assert(
      fc.property(
        cellsOf(AGGREGATED, ["t.sum", "t.max"], [TOTAL_KEY]),
        fc.constantFrom("t.sum", "t.max", "d.lin"),
        (sent, indicator) => {
          const order = possible(storeOf(AGGREGATED, sent), AGGREGATED, indicator).filter(
            ({ breakdown }) => breakdown === TOTAL_KEY,
          );
          for (const [at, { area }] of order.entries()) {
            const wholes = tables?.linksFrom(area).map(({ whole }) => whole) ?? [];
            for (const whole of wholes) {
              const place = order.findIndex((it) => it.area === whole);
              if (place >= 0) expect(place).toBeGreaterThan(at);
            }
          }
        },
      ),
      { numRuns: 4 },
    );
  });

  it("keeps what is to be computed in any case, and finds nothing where nothing is stored", () => {
    const empty = new MemoryStore(FORMULAS);
    const input = {
      graph: GRAPH,
      indicator: IndicatorCode.parse("d.a"),
      space: THREE_PROVINCES,
      stored: empty.extent(),
      seriesOf: () => [],
      own: [],
    };
    const kept = { area: AreaCode.parse("01"), breakdown: TOTAL_KEY, first: 24_300, last: 24_310 };
    expect(possibleSeries({ ...input, kept: [] })).toEqual([]);
    expect(possibleSeries({ ...input, kept: [kept] })).toEqual([kept]);
  });
});
