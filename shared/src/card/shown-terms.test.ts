import { describe, expect, it } from "vitest";
import { numberValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { coversYearToDate } from "./period-label.ts";
import { shownTerms } from "./shown-terms.ts";
import { aJudgement } from "./testing/a-judgement.ts";
import { aDefinition } from "./testing/index.ts";

describe("whether a value covers the year so far", () => {
  const definitionOf = (code: string) => (code === "t.ytd" ? { accumulation: "ytd" as const } : undefined);

  it.each<[object, boolean]>([
    [{ accumulation: "ytd" }, true],
    [{ code: "pi.rate_ytd", accumulation: "rate" }, true],
    [{ accumulation: "rate", formula: "yoy(ytd(t.a))" }, true],
    [{ accumulation: "rate", formula: "t.ytd / t.plan * 100" }, true],
    [{ accumulation: "rate", formula: "yoy(inPeriod(t.ytd))" }, false],
    [{ accumulation: "rate", formula: "t.a / t.b" }, false],
    [{ accumulation: "flow", formula: "t.ytd - t.b" }, false],
    [{ accumulation: "flow" }, false],
  ])("%o: %s", (changes, covers) => {
    expect(coversYearToDate(aDefinition(changes), definitionOf)).toBe(covers);
  });
});

describe("a value in the terms it is shown in", () => {
  const index = aDefinition({
    valueType: "index_pct",
    unit: "index_pct",
    accumulation: "index",
    aggregation: { area: "none", time: "none" },
    targetBand: { min: 104, max: null, basis: "NQ 01" },
  });
  const judged = (definition = index) => ({
    definition,
    judgement: aJudgement(definition, { history: new Map([[1, 108]]) }),
    period: periodFromId("2026-09", "month"),
    value: numberValue(107),
    state: "ready" as const,
    stateReason: null,
  });

  it("of a comparison index is its growth, with everything it is judged by", () => {
    const shown = shownTerms(judged());
    expect(shown.value).toEqual(numberValue(7));
    expect(shown.definition.targetBand).toEqual({ min: 4, max: null, basis: "NQ 01" });
    expect([...shown.judgement.history]).toEqual([[1, 8]]);
    expect(shown.definition.display).toMatchObject({ unit: { vi: "%" }, reads: "growth" });
  });

  it("of anything else is the value itself", () => {
    const flow = judged(aDefinition());
    expect(shownTerms(flow)).toBe(flow);
  });
});
