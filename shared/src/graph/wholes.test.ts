import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAggregationPlaces } from "../aggregation/index.ts";
import { anArea, aUnit, SMALL_COUNTRY } from "../aggregation/testing/index.ts";
import { type BreakdownKey, breakdownKey, TOTAL_KEY } from "../breakdown/index.ts";
import { aDefinition, aPeriod, definitionsOf, THREE_PROVINCES } from "../formula/testing/index.ts";
import { IndicatorCode } from "../indicator/index.ts";
import { missingValue, numberValue, type Value } from "../observation/index.ts";
import { affectedCells } from "./affected-cells.ts";
import { buildGraph } from "./build-graph.ts";
import { evaluatePlan } from "./evaluate-plan.ts";
import { operandRanges } from "./operand-ranges.ts";
import { AGGREGATED } from "./testing/aggregated-world.ts";
import { MemoryStore } from "./testing/small-world.ts";
import { traceCell } from "./trace-cell.ts";

const { graph, space } = AGGREGATED;
const BEFORE = "2024-12";
const AFTER = "2025-01";

/** A series as `code@area[dimension=code,…]`; no area is `VN`. */
function seriesOf(text: string) {
  const [, code = "", area = "VN", selection = ""] = /^([a-z.]+)(?:@([\w:]+))?(?:\[(.+)\])?$/.exec(text) ?? [];
  const breakdown: BreakdownKey =
    selection === ""
      ? TOTAL_KEY
      : breakdownKey(Object.fromEntries(selection.split(",").map((pair) => pair.split("=") as [string, string])));
  return { indicator: IndicatorCode.parse(code), area: anArea(area), breakdown, scenario: "actual" } as const;
}

/** A world where cells were sent for one month (`t.pop` for its year), and everything was computed. */
function worldOf(month: string, sent: Readonly<Record<string, number>>): MemoryStore {
  const store = new MemoryStore(AGGREGATED);
  for (const [text, value] of Object.entries(sent)) {
    const series = seriesOf(text);
    const period = aPeriod(series.indicator === "t.pop" ? month.slice(0, 4) : month);
    store.send(series, period.type, period.ordinal, value);
  }
  store.recomputeAll();
  return store;
}

function traced(store: MemoryStore, text: string, month: string) {
  const { indicator, area, breakdown } = seriesOf(text);
  return traceCell({ graph, cell: { indicator, area, breakdown, period: aPeriod(month) }, source: store, space });
}

/** The computed value of a cell: a number, the reason of its absence, an error code, or null where nothing is stored. */
function computed(store: MemoryStore, text: string, month: string): number | string | null {
  const { indicator, area, breakdown, scenario } = seriesOf(text);
  const value: Value | undefined = store.computed
    .get(`${indicator}|${area}|${breakdown}|${scenario}`)
    ?.get(aPeriod(month).ordinal)?.value;
  if (value === undefined) return null;
  return value.kind === "number" ? value.value : value.kind === "missing" ? value.reason : value.code;
}

describe("recast of former units to present ones", () => {
  const TWO = { "t.sum@vn63:10": 10, "t.sum@vn63:11": 11 };
  it.each<[string, Record<string, number>, string, number | string | null]>([
    ["10 and 11 give 21", TWO, "t.sum@31", 21],
    ["zero is a number", { "t.sum@vn63:10": 0, "t.sum@vn63:11": 11 }, "t.sum@31", 11],
    ["one of two is not enough", { "t.sum@vn63:10": 10 }, "t.sum@31", "incomplete-predecessors"],
    ["none of two gives no cell", {}, "t.sum@31", null],
    [
      "a partial value is for parents, not for recasts",
      { "t.part@vn63:10": 10 },
      "t.part@31",
      "incomplete-predecessors",
    ],
    ["a mean", { "t.mean@vn63:10": 4, "t.mean@vn63:11": 8 }, "t.mean@31", 6],
    ["the least", { "t.min@vn63:13": 4, "t.min@vn63:14": 8 }, "t.min@33", 4],
    ["the most", { "t.max@vn63:13": 4, "t.max@vn63:14": 8 }, "t.max@33", 8],
    ["a weighted mean", { "t.w@vn63:10": 5, "t.w@vn63:11": 9, "t.pop@vn63:10": 1, "t.pop@vn63:11": 3 }, "t.w@31", 8],
    [
      "a weighted mean without a weight",
      { "t.w@vn63:10": 5, "t.w@vn63:11": 9, "t.pop@vn63:10": 1 },
      "t.w@31",
      "incomplete-predecessors",
    ],
    ["an index is not recast", { "t.none@vn63:10": 5, "t.none@vn63:11": 9 }, "t.none@31", null],
    ["an index of a renamed unit is carried over", { "t.none@vn63:12": 105.2 }, "t.none@32", 105.2],
    [
      "a published ratio of a renamed unit too",
      { "d.rate@vn63:12": 52.3, "t.sum@vn63:12": 1, "t.part@vn63:12": 2 },
      "d.rate@32",
      52.3,
    ],
    [
      "a ratio comes from its recast parts, not from the ratios",
      { "t.sum@vn63:10": 1, "t.part@vn63:10": 2, "t.sum@vn63:11": 1, "t.part@vn63:11": 8 },
      "d.rate@31",
      20,
    ],
    [
      "a ratio without every part",
      { "t.sum@vn63:10": 1, "t.part@vn63:10": 2, "t.part@vn63:11": 8 },
      "d.rate@31",
      "incomplete-predecessors",
    ],
    ["a split unit is apportioned", { "t.sum@vn63:15": 10 }, "t.sum@34", 4],
    ["the other part of it", { "t.sum@vn63:15": 10 }, "t.sum@35", 6],
    ["a mean of a split unit is not", { "t.mean@vn63:15": 10 }, "t.mean@34", null],
    ["a ratio of a split unit keeps", { "t.sum@vn63:15": 10, "t.part@vn63:15": 40 }, "d.rate@34", 25],
    [
      "a rank is not recast, not even of a renamed unit",
      { "t.sum@vn63:12": 10, "t.sum@vn63:10": 3 },
      "d.rank@32",
      "not-applicable",
    ],
    [
      "a merged ministry",
      { "t.sum@vn63:10[agency=mard]": 3, "t.sum@vn63:10[agency=monre]": 4 },
      "t.sum@vn63:10[agency=mae]",
      7,
    ],
    [
      "one of two merged ministries",
      { "t.sum@vn63:10[agency=mard]": 3 },
      "t.sum@vn63:10[agency=mae]",
      "incomplete-predecessors",
    ],
    [
      "a merged ministry in a merged province",
      {
        "t.sum@vn63:10[agency=mard]": 3,
        "t.sum@vn63:10[agency=monre]": 4,
        "t.sum@vn63:11[agency=mard]": 5,
        "t.sum@vn63:11[agency=monre]": 6,
      },
      "t.sum@31[agency=mae]",
      18,
    ],
    ["a region of later provinces", { ...TWO, "t.sum@vn63:12": 100 }, "t.sum@RA", 121],
  ])("%s", (_name, sent, cell, expected) => expect(computed(worldOf(BEFORE, sent), cell, BEFORE)).toBe(expected));

  it("leaves the former units as they are, and says how the present one came about", () => {
    const store = worldOf(BEFORE, TWO);
    expect(
      ["10", "11"].map((code) => store.open(seriesOf(`t.sum@vn63:${code}`)).at(aPeriod(BEFORE).ordinal).value),
    ).toEqual([numberValue(10), numberValue(11)]);
    expect(["10", "11"].map((code) => computed(store, `t.sum@vn63:${code}`, BEFORE))).toEqual([null, null]);
    const cell = traced(store, "t.sum@31", BEFORE);
    expect(cell).toMatchObject({ way: "recast", coverage: { have: 2, of: 2 } });
    expect(cell?.operands.map(({ area, value }) => [area, value])).toEqual([
      ["vn63:10", numberValue(10)],
      ["vn63:11", numberValue(11)],
    ]);
  });

  it("marks a rename as carried over", () => {
    const cell = traced(worldOf(BEFORE, { "t.none@vn63:12": 105.2 }), "t.none@32", BEFORE);
    expect(cell).toMatchObject({ way: "carried", value: numberValue(105.2) });
  });

  it("ends with the former units", () => {
    expect(computed(worldOf(AFTER, TWO), "t.sum@31", AFTER)).toBeNull();
  });
});

const EVERY = (name: string, values: readonly number[]) =>
  Object.fromEntries(values.map((value, index) => [`${name}@${31 + index}`, value]));

describe("roll-up", () => {
  it.each<[string, Record<string, number>, string, number | string | null]>([
    ["every province", EVERY("t.sum", [1, 2, 3, 4, 5]), "t.sum", 15],
    ["a listed subset is no total", EVERY("t.sum", [1, 2, 3, 4]), "t.sum", "incomplete-parts"],
    ["a whole region of it is", EVERY("t.sum", [1, 2, 3, 4]), "t.sum@RA", 3],
    ["partial where allowed", EVERY("t.part", [1, 2, 3, 4]), "t.part", 10],
    ["no province, no cell", {}, "t.sum", null],
    ["a mean", EVERY("t.mean", [1, 2, 3, 4, 5]), "t.mean", 3],
    ["the most", EVERY("t.max", [1, 9, 3, 4, 5]), "t.max", 9],
    ["weighted", { ...EVERY("t.w", [1, 1, 1, 1, 5]), ...EVERY("t.pop", [1, 1, 1, 1, 4]) }, "t.w", 3],
    ["not aggregated", EVERY("t.none", [1, 2, 3, 4, 5]), "t.none", null],
    [
      "a ratio from its parts",
      { ...EVERY("t.sum", [1, 1, 1, 1, 1]), ...EVERY("t.part", [1, 1, 1, 1, 6]) },
      "d.rate",
      50,
    ],
    [
      "a sum of sums by its formula",
      { ...EVERY("t.sum", [1, 1, 1, 1, 1]), "t.sum@31[ownership=FDI]": 2, "t.sum@32[ownership=FDI]": 3 },
      "d.lin@RA",
      12,
    ],
    [
      "the most of a formula, not the formula of sums",
      { ...EVERY("t.sum", [5, 6, 7, 8, 9]), ...EVERY("t.none", [1, 1, 1, 1, 9]) },
      "d.max",
      7,
    ],
    [
      "communes to nation",
      { "t.sum@31001": 1, "t.sum@31002": 2, ...EVERY("t.sum", [0, 3, 4, 5, 6]), "t.sum@31": 30 },
      "t.sum",
      48,
    ],
    ["a province of its communes", { "t.sum@31001": 1, "t.sum@31002": 2 }, "t.sum@31", 3],
    [
      "one breakdown",
      Object.fromEntries([31, 32].map((code) => [`t.sum@${code}[ownership=FDI]`, 4])),
      "t.sum@RA[ownership=FDI]",
      8,
    ],
    ["a total over codes", { "t.sum@31[ownership=FDI]": 4, "t.sum@31[ownership=domestic]": 5 }, "t.sum@31", 9],
    ["not of one code", { "t.sum@31[ownership=FDI]": 4 }, "t.sum@31", "incomplete-parts"],
    [
      "nor where no list is declared",
      { "t.max@31[ownership=FDI]": 4, "t.max@31[ownership=domestic]": 5 },
      "t.max@31",
      null,
    ],
  ])("%s", (_name, sent, cell, expected) => expect(computed(worldOf(AFTER, sent), cell, AFTER)).toBe(expected));

  it("stands beside a reported figure, which formulas read", () => {
    const sent = { ...EVERY("t.sum", [1, 1, 1, 1, 1]), ...EVERY("t.part", [1, 1, 1, 1, 1]), "t.sum": 10 };
    const store = worldOf(AFTER, sent);
    expect([computed(store, "t.sum", AFTER), computed(store, "d.rate", AFTER)]).toEqual([5, 200]);
  });

  it("counts former provinces in their time, not their recast values as well", () => {
    const former = Object.fromEntries(["10", "11", "12", "13", "14", "15"].map((code) => [`t.sum@vn63:${code}`, 1]));
    const store = worldOf(BEFORE, former);
    expect([computed(store, "t.sum@31", BEFORE), computed(store, "t.sum", BEFORE)]).toEqual([2, 6]);
    expect(traced(store, "t.sum", BEFORE)).toMatchObject({ way: "roll-up", coverage: { have: 6, of: 6 } });
  });

  it("tells what it stands on and what is missing", () => {
    const cell = traced(worldOf(AFTER, EVERY("t.part", [1, 2, 3, 4])), "t.part", AFTER);
    expect(cell).toMatchObject({ value: numberValue(10), coverage: { have: 4, of: 5, weightShare: null } });
    expect(cell?.operands.at(-1)).toMatchObject({ area: "35", value: missingValue("not-reported") });
  });

  it("takes nothing simulated", () => {
    const sent = { ...EVERY("t.sum", [1, 1, 1, 1, 1]), "t.sum@demo:MAU": 1000 };
    expect(computed(worldOf(AFTER, sent), "t.sum", AFTER)).toBe(5);
  });
});

it("the nation of its regions is the nation of its provinces", () => {
  const five = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 5 });
  const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(five, weights, (values, pops) => {
      const sent = ["t.sum", "t.min", "t.max", "t.w"].map((name) => EVERY(name, values));
      const store = worldOf(AFTER, Object.assign({}, ...sent, EVERY("t.pop", pops)));
      const at = (text: string, period = AFTER): number => Number(computed(store, text, period));
      expect(at("t.sum@RA") + at("t.sum@RB")).toBe(at("t.sum"));
      expect(Math.min(at("t.min@RA"), at("t.min@RB"))).toBe(at("t.min"));
      expect(Math.max(at("t.max@RA"), at("t.max@RB"))).toBe(at("t.max"));
      const [a, b] = [at("t.pop@RA", "2025"), at("t.pop@RB", "2025")];
      expect((at("t.w@RA") * a + at("t.w@RB") * b) / (a + b)).toBeCloseTo(at("t.w"), 9);
    }),
    { numRuns: 20 },
  );
});

describe("a graph with aggregation", () => {
  const places = createAggregationPlaces({ areas: SMALL_COUNTRY });
  const weighted = { area: "weighted", time: "none", weight: IndicatorCode.parse("d.w") } as const;

  it("computes nothing but formulas unless the places are given", () => {
    expect(buildGraph(definitionsOf(aDefinition("t.x"))).aggregation).toBeNull();
  });

  it("orders an indicator after its weight, and refuses a weight that leads back", () => {
    const definitions = definitionsOf(
      aDefinition("a.x", { aggregation: weighted }),
      aDefinition("d.w", { formula: "t.x * 2" }),
      aDefinition("t.x"),
    );
    expect(buildGraph(definitions, { aggregation: places }).aggregation?.order).toEqual(["t.x", "d.w", "a.x"]);
    const back = definitionsOf(
      aDefinition("a.x", { aggregation: weighted }),
      aDefinition("d.w", { formula: "a.x * 2" }),
    );
    expect(() => buildGraph(back, { aggregation: places })).toThrowError(
      expect.objectContaining({ code: "formula-cycle", facts: { path: "d.w → a.x → d.w" } }),
    );
  });

  it("refuses a weight that does not exist", () => {
    const definitions = definitionsOf(aDefinition("a.x", { aggregation: weighted }));
    expect(() => buildGraph(definitions, { aggregation: places })).toThrowError(/weight-unknown/);
  });

  it("rolls an event up over the areas it was declared for", () => {
    const event = breakdownKey({ event: "flood" });
    const declared = new Set(["31", "33"]);
    const definitions = definitionsOf(aDefinition("dis.deaths", { accumulation: "event", by: ["event!"] }));
    const own = buildGraph(definitions, {
      aggregation: createAggregationPlaces({
        areas: SMALL_COUNTRY,
        scopeOf: (breakdown) => (breakdown === event ? declared : null),
      }),
    });
    const cell = traceCell({
      graph: own,
      cell: {
        indicator: IndicatorCode.parse("dis.deaths"),
        area: anArea("VN"),
        breakdown: event,
        period: aPeriod(AFTER),
      },
      source: {
        open: ({ area }) => ({ at: () => ({ value: numberValue(Number(area)), token: null, origin: "reported" }) }),
      },
      space: THREE_PROVINCES,
    });
    expect(cell).toMatchObject({ value: numberValue(64), coverage: { have: 2, of: 2 } });
  });

  it("changes a nation of 3,321 communes in one write, planned by what changed", () => {
    const provinces = SMALL_COUNTRY.filter(({ code }) => /^\d\d$/.test(code)).map(({ code }) => code);
    const communes = Array.from({ length: 3321 }, (_, index) =>
      aUnit(String(40_000 + index), { parent: provinces[index % 5] ?? "", validFrom: "2025-01-01" }),
    );
    const country = [...SMALL_COUNTRY.filter(({ level }) => level !== "commune"), ...communes];
    const own = buildGraph(definitionsOf(aDefinition("t.x")), {
      aggregation: createAggregationPlaces({ areas: country }),
    });
    const changed = communes.map(({ code }) => ({ ...seriesOf(`t.x@${code}`), period: aPeriod(AFTER) }));
    const stored = new MemoryStore(AGGREGATED).extent();
    const planOf = (count: number) => affectedCells({ graph: own, changed: changed.slice(0, count), space, stored });
    const one = planOf(1);
    expect(one.series.map(({ area }) => area)).toEqual(["31", "VN", "RA"]);
    const all = planOf(3321);
    expect(all.cellCount).toBe(5 + 2 + 1);
    const isCommune = (area: string): boolean => area.length === 5;
    expect(operandRanges({ graph: own, plan: all, space }).filter(({ area }) => isCommune(area))).toHaveLength(3321);
    const results = evaluatePlan({
      graph: own,
      plan: all,
      space,
      source: {
        open: ({ area }) => ({
          at: () =>
            isCommune(area)
              ? { value: numberValue(2), token: null, origin: "reported" }
              : { value: missingValue("not-reported"), token: null },
        }),
      },
    });
    const nation = results.find(({ cell }) => cell.area === "VN");
    expect(nation).toMatchObject({ value: numberValue(6642), way: "roll-up", coverage: { have: 5, of: 5 } });
  });
});
