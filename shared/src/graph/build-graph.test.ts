import { describe, expect, it } from "vitest";
import { TOTAL_KEY } from "../breakdown/index.ts";
import { aDefinition, aPeriod, definitionsOf, THREE_PROVINCES } from "../formula/testing/index.ts";
import { numberValue } from "../observation/index.ts";
import { periodId } from "../period/index.ts";
import { affectedCells } from "./affected-cells.ts";
import { buildGraph } from "./build-graph.ts";
import { evaluatePlan } from "./evaluate-plan.ts";
import { operandRanges } from "./operand-ranges.ts";
import type { ChangedCell } from "./stored-extent.ts";
import { AREAS, GRAPH, MemoryStore } from "./testing/small-world.ts";

const NOTHING_STORED = new MemoryStore().extent();

function changeOf(indicator: string, period: string, fields: Partial<ChangedCell> = {}): ChangedCell {
  const { code } = aDefinition(indicator);
  const [area] = AREAS;
  if (area === undefined) throw new Error("no area");
  return { indicator: code, area, breakdown: TOTAL_KEY, scenario: "actual", period: aPeriod(period), ...fields };
}

function reached(
  formula: string,
  operand: ReturnType<typeof aDefinition>,
  change: ChangedCell,
  result: Parameters<typeof aDefinition>[1] = {},
) {
  const graph = buildGraph(definitionsOf(operand, aDefinition("d.r", { ...result, formula })));
  const { series } = affectedCells({ graph, changed: [change], space: THREE_PROVINCES, stored: NOTHING_STORED });
  return series.flatMap(({ ordinals, periodType }) =>
    ordinals.map((ordinal) => String(periodId({ type: periodType, ordinal }))),
  );
}

describe("which periods a change reaches", () => {
  const x = aDefinition("t.x");
  it.each([
    ["t.x", "2024-03", ["2024-03"]],
    ["previous(t.x)", "2024-12", ["2025-01"]],
    ["yoy(t.x)", "2024-03", ["2024-03", "2025-03"]],
    ["ytd(t.x)", "2024-10", ["2024-10", "2024-11", "2024-12"]],
    ["yoy(ytd(t.x))", "2024-11", ["2024-11", "2024-12", "2025-11", "2025-12"]],
    ["endOfLastYear(t.x)", "2024-11", []],
    ["rollingSum(t.x, 3)", "2024-12", ["2024-12", "2025-01", "2025-02"]],
  ])("%s of %s", (formula, period, expected) => {
    expect(reached(formula, x, changeOf("t.x", period))).toEqual(expected);
  });

  it("endOfLastYear: December reaches every month of the next year", () => {
    const months = reached("endOfLastYear(t.x)", x, changeOf("t.x", "2024-12"));
    expect(months).toHaveLength(12);
    expect(months[0]).toBe("2025-01");
  });

  it("inPeriod: the last month of a year reaches only itself", () => {
    const cumulative = aDefinition("t.x", { accumulation: "ytd" });
    expect(reached("inPeriod(t.x)", cumulative, changeOf("t.x", "2024-12"))).toEqual(["2024-12"]);
    expect(reached("inPeriod(t.x)", cumulative, changeOf("t.x", "2024-11"))).toEqual(["2024-11", "2024-12"]);
  });

  it("a yearly operand reaches the 53 weeks of its ISO year", () => {
    const yearly = aDefinition("t.x", { periodType: "year" });
    const weeks = reached("t.x", yearly, changeOf("t.x", "2026"), { periodType: "week" });
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([53, "2026-W01", "2026-W53"]);
  });

  it("29 February reaches nothing a year later", () => {
    const daily = aDefinition("t.x", { periodType: "day" });
    expect(reached("yearAgo(t.x)", daily, changeOf("t.x", "2024-02-29"), { periodType: "day" })).toEqual([]);
    expect(reached("yearAgo(t.x)", daily, changeOf("t.x", "2024-02-28"), { periodType: "day" })).toEqual([
      "2025-02-28",
    ]);
  });

  it("a month reaches its quarter; a closing stock only from the last month", () => {
    const stock = aDefinition("t.x", { accumulation: "stock", aggregation: { area: "sum", time: "last" } });
    expect(reached("t.x", x, changeOf("t.x", "2025-02"), { periodType: "quarter" })).toEqual(["2025-Q1"]);
    expect(reached("t.x", stock, changeOf("t.x", "2025-02"), { periodType: "quarter" })).toEqual([]);
    expect(reached("t.x", stock, changeOf("t.x", "2025-03"), { periodType: "quarter" })).toEqual(["2025-Q1"]);
  });
});

describe("the graph", () => {
  it("orders rules after what they read", () => {
    const codes = GRAPH.rules.map(({ definition }) => String(definition.code));
    expect(codes.indexOf("d.a")).toBeLessThan(codes.indexOf("d.b"));
    expect(codes.indexOf("d.c")).toBeLessThan(codes.indexOf("d.d"));
  });

  it("refuses a cycle and names it", () => {
    const cyclic = definitionsOf(
      aDefinition("d.a", { formula: "d.b + 1" }),
      aDefinition("d.b", { formula: "d.c" }),
      aDefinition("d.c", { formula: "d.a" }),
    );
    expect(() => buildGraph(cyclic)).toThrowError(
      expect.objectContaining({ code: "formula-cycle", facts: { path: "d.a → d.b → d.c → d.a" } }),
    );
  });

  it("takes a plan of an indicator for no cycle", () => {
    const planned = definitionsOf(aDefinition("d.a", { formula: "d.b:plan" }), aDefinition("d.b", { formula: "d.a" }));
    expect(buildGraph(planned).rules).toHaveLength(2);
  });

  it("refuses an effect that is too large", () => {
    const change = changeOf("t.x", "2024-01");
    const plan = () =>
      affectedCells({
        graph: GRAPH,
        changed: [change],
        space: THREE_PROVINCES,
        stored: NOTHING_STORED,
        maxAffectedCells: 10,
      });
    expect(plan).toThrowError(expect.objectContaining({ code: "effect-too-large", facts: { maxAffectedCells: 10 } }));
  });

  it("lets a reported value stand before the computed one for later cells", () => {
    const graph = buildGraph(
      definitionsOf(
        aDefinition("t.x"),
        aDefinition("d.a", { formula: "t.x * 2" }),
        aDefinition("d.b", { formula: "d.a + 0 * t.x" }),
      ),
    );
    const plan = affectedCells({
      graph,
      changed: [changeOf("t.x", "2024-01")],
      space: THREE_PROVINCES,
      stored: NOTHING_STORED,
    });
    const results = evaluatePlan({
      graph,
      plan,
      space: THREE_PROVINCES,
      source: { open: () => ({ at: () => ({ value: numberValue(5), token: null, origin: "reported" }) }) },
    });
    expect(results.map(({ value }) => value)).toEqual([numberValue(10), numberValue(5)]);
  });

  it("announces what a year-on-year of a running total reads", () => {
    const graph = buildGraph(definitionsOf(aDefinition("t.x"), aDefinition("d.r", { formula: "yoy(ytd(t.x))" })));
    const plan = affectedCells({
      graph,
      changed: [changeOf("t.x", "2024-11")],
      space: THREE_PROVINCES,
      stored: NOTHING_STORED,
    });
    const [operand] = operandRanges({ graph, plan, space: THREE_PROVINCES });
    expect(operand?.ranges).toEqual([{ first: 2023 * 12, last: 2025 * 12 + 11 }]);
  });
});
