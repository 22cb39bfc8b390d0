import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ExplainedNode, type ScreenCard, ScreenOverview, type ScreenValue } from "../support/http/screen-answers.ts";
import { type FactsOf, replayExplanation } from "../support/independent-evaluator/replay-explanation.ts";
import { type SystemUnderTest, startSystem } from "./system-under-test.ts";

const Catalogue = z.object({
  indicators: z.array(
    z.object({
      code: z.string(),
      period: z.string(),
      aggregation: z.object({ time: z.string() }),
      breaks: z.array(z.object({ from: z.string(), areas: z.array(z.string()).optional() })).optional(),
    }),
  ),
});

/** What the replay must know of an indicator, read from the catalogue as it is delivered. */
function catalogueFacts(): FactsOf {
  const file = new URL("../../seed/data/catalog/indicators.json", import.meta.url);
  const { indicators } = Catalogue.parse(JSON.parse(readFileSync(file, "utf8")));
  const facts = new Map(
    indicators.map(({ code, period, aggregation, breaks = [] }) => [
      code,
      { period, timeRule: aggregation.time, breaks },
    ]),
  );
  return (indicator) => facts.get(indicator) ?? { period: "month", timeRule: "none", breaks: [] };
}

type Measure = "value" | "same-period-last-year" | "previous-period";
/** A number on a home screen and what it must be explained to. */
interface Shown {
  ref: ScreenCard["ref"];
  measure: Measure;
  value: ScreenValue;
}

const cardsOf = (overview: ScreenOverview) => [
  ...overview.cards,
  ...overview.groups.flatMap((group) => group.bands.flatMap((band) => band.rows)),
];

/** A part of a period is not compared: its "—" opens nothing. */
const isCompared = ({ value }: { value: Shown["value"] }) =>
  !(value.kind === "missing" && value.reason === "incomplete-parts");

function shownOn(overview: ScreenOverview): Shown[] {
  const shown = cardsOf(overview).flatMap(({ ref, period, value, changes }): Shown[] => {
    if (period === null) return [];
    const cell = { ...ref, period: period.id };
    return [
      { ref: cell, measure: "value", value },
      ...changes.filter(isCompared).map((change) => ({ ref: cell, measure: change.kind, value: change.value })),
    ];
  });
  return [...new Map(shown.map((it) => [JSON.stringify([it.ref, it.measure]), it])).values()];
}

describe("every number on a home screen", () => {
  const factsOf = catalogueFacts();
  let system: SystemUnderTest;
  beforeAll(async () => {
    system = await startSystem("1");
  });
  afterAll(() => system?.stop());

  const overviewOf = (scope: string) => system.api.screen("overview.get", { scope }, ScreenOverview);
  const explain = ({ ref, measure }: Pick<Shown, "ref" | "measure">) =>
    system.api.screen("explain.get", { ...ref, measure }, ExplainedNode);

  it.each([
    { scope: "cp", atLeast: 20 },
    { scope: "bo/mof", atLeast: 15 },
    { scope: "tinh/01", atLeast: 5 },
    { scope: "tinh/MAU", atLeast: 30 },
  ])("of $scope opens an explanation whose replay gives that number", async ({ scope, atLeast }) => {
    const shown = shownOn(await overviewOf(scope));
    const numbers = shown.filter((it) => it.value.kind === "number");
    expect(numbers.length).toBeGreaterThan(atLeast);
    const wrong: unknown[] = [];
    for (const number of shown) {
      const node = await explain(number);
      const differences = replayExplanation(node, factsOf);
      if (JSON.stringify(node.value) !== JSON.stringify(number.value)) wrong.push({ ...number, explained: node.value });
      if (differences.length > 0) wrong.push({ ...number, differences });
      if (node.formula === null && node.observation === null && node.value.kind === "number")
        wrong.push({ ...number, node });
    }
    expect(wrong).toEqual([]);
  });

  it("also of the sentence at the top leads to a cell that can be explained", async () => {
    const { headline } = await overviewOf("cp");
    const cells = headline.flatMap((run) => (run.cell === null ? [] : [run.cell]));
    expect(cells.length).toBeGreaterThan(0);
    for (const ref of cells) {
      const node = await explain({ ref, measure: "value" });
      expect(node.value.kind, JSON.stringify(ref)).toBe("number");
      expect(replayExplanation(node, factsOf)).toEqual([]);
    }
  });

  it("leads down to what was sent: which revision, by which feed, in which submission, when", async () => {
    const node = await explain({
      ref: { indicator: "trade.balance", area: "VN", breakdown: "", period: "2025-02" },
      measure: "value",
    });
    expect(node).toMatchObject({ origin: "computed", formula: "trade.export.value - trade.import.value" });
    expect(node.operands.map(({ ref, indicator, value, origin }) => ({ ref, indicator, value, origin }))).toEqual([
      {
        ref: "trade.export.value",
        indicator: "trade.export.value",
        value: { kind: "number", value: 31_109.3205 },
        origin: "reported",
      },
      {
        ref: "trade.import.value",
        indicator: "trade.import.value",
        value: { kind: "number", value: 32_659.285 },
        origin: "reported",
      },
    ]);
    for (const { observation } of node.operands) {
      expect(observation).toMatchObject({ revision: 1, feed: "mof.customs" });
      expect(observation?.submission).toMatch(/\S/);
      expect(Date.parse(observation?.recordedAt ?? "")).toBeLessThan(Date.parse("2025-03-31"));
    }
  });

  it("is told apart from a number whose operand was tampered with", async () => {
    const shown = shownOn(await overviewOf("cp")).filter((it) => it.value.kind === "number");
    let noticed = 0;
    for (const number of shown) {
      const node = await explain(number);
      const [operand] = node.operands.filter((it) => it.value.kind === "number" && it.value.value !== 0);
      if (node.formula === null || operand?.value.kind !== "number") continue;
      const tampered = {
        ...operand,
        formula: null,
        value: { kind: "number" as const, value: operand.value.value * 1.001 },
      };
      const operands = node.operands.map((it) => (it === operand ? tampered : it));
      expect(replayExplanation({ ...node, operands }, factsOf), JSON.stringify(number)).toHaveLength(1);
      noticed += 1;
    }
    expect(noticed).toBeGreaterThan(10);
  });

  it("is explained by the REST interface just as on the screen", async () => {
    const query = { indicator: "trade.export.yoy", area: "VN", period: "2025-02", origin: "computed" };
    const answer = await system.api.get("/api/v1/observations/explain", query);
    expect(answer.status).toBe(200);
    const explained = z
      .object({
        indicator: z.literal("trade.export.yoy"),
        value: z.number(),
        formula: z.literal("yoy(ytd(trade.export.value))"),
        definitionVersion: z.number(),
        operands: z.array(z.object({ ref: z.string(), period: z.string(), value: z.number() })),
      })
      .parse(answer.json);
    expect(explained.operands.map((it) => it.period).sort()).toEqual(["2024-01", "2024-02", "2025-01", "2025-02"]);
    const sum = (year: string) =>
      explained.operands.filter((it) => it.period.startsWith(year)).reduce((total, it) => total + it.value, 0);
    expect(explained.value).toBeCloseTo((sum("2025") / sum("2024") - 1) * 100, 9);
  });
});
