import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  ExplainedNode,
  ScreenCard,
  ScreenOverview,
  ScreenShell,
  type ScreenValue,
} from "../support/http/screen-answers.ts";
import { deliveredFacts, deliveredPlaces } from "../support/independent-evaluator/delivered-catalogue.ts";
import { replayExplanation } from "../support/independent-evaluator/replay-explanation.ts";
import { type SystemUnderTest, startSystem } from "./system-under-test.ts";

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

const Breakdowns = z.object({ breakdowns: z.array(z.object({ card: ScreenCard })) });

const cellOf = ({ indicator, area, breakdown, period }: ExplainedNode) =>
  `${indicator} ${area} ${breakdown} ${period.id}`;

const withAllBelow = (node: ExplainedNode): ExplainedNode[] => [node, ...node.operands.flatMap(withAllBelow)];

function count(node: ExplainedNode, ways: Map<string, number>): void {
  for (const { way } of withAllBelow(node)) if (way !== null) ways.set(way, (ways.get(way) ?? 0) + 1);
}

describe("every number on a home screen", () => {
  const factsOf = deliveredFacts();
  const places = deliveredPlaces();
  const replay = (node: ExplainedNode) => replayExplanation(node, factsOf, places);
  let system: SystemUnderTest;
  beforeAll(async () => {
    system = await startSystem("1");
  });
  afterAll(() => system?.stop());

  const overviewOf = (scope: string) => system.api.screen("overview.get", { scope }, ScreenOverview);
  const explain = ({ ref, measure }: Pick<Shown, "ref" | "measure">, more: { all?: true; origin?: "computed" } = {}) =>
    system.api.screen("explain.get", { ...ref, measure, ...more }, ExplainedNode);

  /** What is wrong with the explanations of some numbers; each node that was seen is counted by how it came about. */
  const faultsOf = async (shown: readonly Shown[], ways: Map<string, number>) => {
    const wrong: unknown[] = [];
    for (const number of shown) {
      const node = await explain(number);
      count(node, ways);
      // What was listed in part is asked for whole.
      const isCut = node.whole !== null && node.truncated;
      const whole = isCut ? [await explain(number, { all: true })] : [];
      const differences = [node, ...whole].flatMap(replay);
      if (JSON.stringify(node.value) !== JSON.stringify(number.value)) wrong.push({ ...number, explained: node.value });
      if (differences.length > 0) wrong.push({ ...number, differences });
      const isBare = node.formula === null && node.whole === null && node.observation === null;
      if (isBare && node.value.kind === "number") wrong.push({ ...number, node });
    }
    return wrong;
  };

  it.each([
    { scope: "cp", atLeast: 20 },
    { scope: "bo/mof", atLeast: 15 },
    { scope: "tinh/01", atLeast: 5 },
    { scope: "tinh/MAU", atLeast: 30 },
  ])("of $scope opens an explanation whose replay gives that number", async ({ scope, atLeast }) => {
    const shown = shownOn(await overviewOf(scope));
    const numbers = shown.filter((it) => it.value.kind === "number");
    expect(numbers.length).toBeGreaterThan(atLeast);
    expect(await faultsOf(shown, new Map())).toEqual([]);
  });

  it("of every ministry and every province does, also where former units or parts make the number", async () => {
    const { scopes } = await system.api.screen("shell.get", undefined, ScreenShell);
    expect(scopes.length).toBeGreaterThan(34);
    const ways = new Map<string, number>();
    const seen = new Set<string>();
    const wrong: unknown[] = [];
    for (const { id } of scopes) {
      const fresh = shownOn(await overviewOf(id)).filter((it) => !seen.has(JSON.stringify([it.ref, it.measure])));
      for (const it of fresh) seen.add(JSON.stringify([it.ref, it.measure]));
      wrong.push(...(await faultsOf(fresh, ways)));
    }
    expect(wrong).toEqual([]);
    for (const way of ["formula", "carried", "recast"]) expect(ways.get(way) ?? 0, way).toBeGreaterThan(10);
  });

  it("of a breakdown does too", async () => {
    const { cards } = await overviewOf("cp");
    const ways = new Map<string, number>();
    const wrong: unknown[] = [];
    let members = 0;
    for (const { ref } of cards) {
      const { breakdowns } = await system.api.screen("indicator.get", { scope: "cp", code: ref.indicator }, Breakdowns);
      const some = breakdowns.flatMap(({ card }) => (card.period === null ? [] : [card])).slice(0, 6);
      members += some.length;
      const shown = some.map((card): Shown => {
        const cell = { ...card.ref, period: card.period?.id ?? card.ref.period };
        return { ref: cell, measure: "value", value: card.value };
      });
      wrong.push(...(await faultsOf(shown, ways)));
    }
    expect(wrong).toEqual([]);
    expect(members).toBeGreaterThan(10);
  });

  it("also of the sentence at the top leads to a cell that can be explained", async () => {
    const { headline } = await overviewOf("cp");
    const cells = headline.flatMap((run) => (run.cell === null ? [] : [run.cell]));
    expect(cells.length).toBeGreaterThan(0);
    for (const ref of cells) {
      const node = await explain({ ref, measure: "value" });
      expect(node.value.kind, JSON.stringify(ref)).toBe("number");
      expect(replay(node)).toEqual([]);
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

  it("rolled up from provinces lists those without a figure first, and every one of them on demand", async () => {
    const ref = { indicator: "fdi.new_capital", area: "VN", breakdown: "", period: "2025-01" };
    const node = await explain({ ref, measure: "value" }, { origin: "computed" });
    expect(node).toMatchObject({ way: "roll-up", value: { kind: "missing", reason: "incomplete-parts" } });
    expect(node.whole?.coverage).toEqual({ have: 20, of: 63, weightShare: null });
    expect(node.operands.length + (node.omitted?.count ?? 0)).toBe(63);
    const kinds = node.operands.map(({ value }) => value.kind);
    expect(kinds).toEqual(kinds.toSorted((a, b) => (a === b ? 0 : a === "missing" ? -1 : 1)));
    const all = await explain({ ref, measure: "value" }, { origin: "computed", all: true });
    expect([all.operands.length, all.omitted]).toEqual([63, null]);
    expect(replay(all)).toEqual([]);
  });

  it("is told apart from a number whose operand or part was tampered with, whatever way it came about", async () => {
    const scopes = ["cp", "tinh/24", "tinh/01"];
    const shown = (await Promise.all(scopes.map(overviewOf))).flatMap(shownOn);
    const noticed = new Map<string, number>();
    const explained: ExplainedNode[] = [];
    for (const number of shown.filter((it) => it.value.kind === "number")) explained.push(await explain(number));
    for (const node of explained.flatMap(withAllBelow).filter((it) => it.way !== null && !it.truncated)) {
      const way = node.way ?? "";
      if ((noticed.get(way) ?? 0) > 20) continue;
      const [operand] = node.operands.filter((it) => it.value.kind === "number" && it.value.value !== 0);
      if (node.value.kind !== "number" || operand?.value.kind !== "number") continue;
      const value = { kind: "number" as const, value: operand.value.value * 1.001 };
      const tampered = { ...operand, formula: null, whole: null, operands: [], value };
      const operands = node.operands.map((it) => (it === operand ? tampered : it));
      const found = replay({ ...node, operands }).filter(({ cell }) => cell === cellOf(node));
      expect(found.length, `${way} ${cellOf(node)}`).toBeGreaterThan(0);
      noticed.set(way, (noticed.get(way) ?? 0) + 1);
    }
    for (const way of ["formula", "carried", "recast"]) expect(noticed.get(way) ?? 0, way).toBeGreaterThan(2);
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
