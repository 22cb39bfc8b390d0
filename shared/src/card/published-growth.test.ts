import { describe, expect, it } from "vitest";
import { AreaCode } from "../area/area-code.ts";
import { TOTAL_KEY } from "../breakdown/breakdown-key.ts";
import { IndicatorCode } from "../indicator/indicator.ts";
import { periodFromId } from "../period/period-from-id.ts";
import type { CardPoint } from "./card-point.ts";
import { evaluateChanges } from "./evaluate-changes.ts";
import { publishedGrowths } from "./published-growth.ts";
import { aDefinition } from "./testing/a-definition.ts";

const LEVEL = aDefinition();
const MONTH = periodFromId("2025-02", "month");
const growthOf = (changes: { acceptsReported?: boolean; formula?: string | null } = {}) =>
  aDefinition({
    code: IndicatorCode.parse("test.growth"),
    formula: `yoy(${LEVEL.code})`,
    acceptsReported: true,
    ...changes,
  });

function point(origin: CardPoint["origin"], value: number, ordinal = MONTH.ordinal): [number, CardPoint] {
  const cell = { ordinal, value: { kind: "number", value } as const, status: "E" as const, origin };
  return [ordinal, { ...cell, revision: 1, commitSeq: 1, way: null, coverage: null, flags: [] }];
}

const SERIES = new Map([point("reported", 90, MONTH.ordinal - 12), point("reported", 100)]);

function yearly(growth: Map<number, CardPoint>) {
  const input = { definition: LEVEL, area: AreaCode.parse("VN"), breakdown: TOTAL_KEY, series: SERIES, toDate: false };
  const changes = evaluateChanges({ ...input, growth: { definition: growthOf(), series: growth } }, MONTH);
  return changes.find(({ kind }) => kind === "same-period-last-year");
}

describe("publishedGrowths", () => {
  it("finds the indicator whose formula is the growth of a level and which is published itself", () => {
    expect([...publishedGrowths([LEVEL, growthOf()]).keys()]).toEqual([LEVEL.code]);
  });

  it("leaves out growths that nobody publishes and other formulas", () => {
    expect(publishedGrowths([LEVEL, growthOf({ acceptsReported: false })]).size).toBe(0);
    expect(publishedGrowths([LEVEL, growthOf({ formula: `yoy(ytd(${LEVEL.code}))` })]).size).toBe(0);
  });
});

describe("the change of a card on the same period last year", () => {
  it("is the published growth where there is one, though the levels give another", () => {
    expect(yearly(new Map([point("reported", 9.4)]))).toMatchObject({
      formula: "test.growth",
      value: { kind: "number", value: 9.4 },
    });
  });

  it("is recomputed from the levels where no growth was published for the period", () => {
    const formula = `yoy(${LEVEL.code})`;
    expect(yearly(new Map())).toMatchObject({ formula });
    expect(yearly(new Map([point("computed", 9.4)]))).toMatchObject({ formula });
  });
});
