import { headCommit } from "@bochiso/db/repositories/commits";
import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { PeriodType, periodId } from "@bochiso/shared/period";
import type { ExplanationNode } from "@bochiso/shared/screen";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { type ExplainRequest, explain } from "../../server/src/compute/explain.ts";
import { createExplainOnSnapshot } from "../../server/src/compute/explain-on-snapshot.ts";
import type { ExplainInput } from "../../server/src/modules/explain/explain-input.ts";
import { createExplanationCache } from "../../server/src/modules/explain/explanation-cache.ts";
import { getExplanation } from "../../server/src/modules/explain/get-explanation.ts";
import { type History, history, rowsOf } from "../contract/random-histories/history.ts";
import { openReplica, type Replica, type StoredCell } from "../contract/random-histories/replica.ts";
import { SentValues } from "../contract/random-histories/sent-values.ts";
import { WORLD } from "../contract/random-histories/world.ts";
import { placesOf } from "../support/independent-evaluator/places.ts";
import { type FactsOf, replayExplanation } from "../support/independent-evaluator/replay-explanation.ts";

const DEFINITIONS = new Map(WORLD.definitions.map((definition) => [String(definition.code), definition]));
const PLACES = placesOf(WORLD.areas);

const factsOf: FactsOf = (indicator) => {
  const definition = DEFINITIONS.get(indicator);
  if (definition === undefined) throw new Error(`no ${indicator} in this world`);
  const { periodType, aggregation, breaks, accumulation, direction } = definition;
  return {
    period: periodType,
    timeRule: aggregation.time,
    breaks,
    areaRule: aggregation.area,
    weight: aggregation.weight,
    partialOverArea: aggregation.partialOver?.includes("area") ?? false,
    accumulation,
    direction,
  };
};

/** Cells explained of each history: all of those that are no formula, and every few of the others. */
const FORMULAS_OF_ONE = 60;

let replica: Replica;
beforeAll(async () => {
  replica = await openReplica();
});
afterAll(() => replica?.close());

function requestOf({ key }: StoredCell): ExplainRequest {
  const [indicator = "", area = "", breakdown = "", , type, , ordinal] = key.split("|");
  return {
    indicator: IndicatorCode.parse(indicator),
    area: AreaCode.parse(area),
    breakdown: breakdown as BreakdownKey,
    period: { type: PeriodType.parse(type), ordinal: Number(ordinal) },
    origin: "computed",
  };
}

const wayOf = ({ said }: StoredCell): unknown => JSON.parse(said)[5];

function chosen(cells: readonly StoredCell[]): StoredCell[] {
  const computed = cells.filter(({ origin }) => origin === "computed");
  const formulas = computed.filter((cell) => wayOf(cell) === "formula");
  const every = Math.ceil(formulas.length / FORMULAS_OF_ONE);
  return [
    ...computed.filter((cell) => wayOf(cell) !== "formula").slice(0, 2 * FORMULAS_OF_ONE),
    ...formulas.filter((_cell, at) => at % every === 0),
  ];
}

/** What is wrong with the explanation of a stored cell. */
async function faultsOf(cell: StoredCell): Promise<unknown[]> {
  const catalogue = await replica.catalogue();
  const node: ExplanationNode = await replica.store.read((tx) => explain(tx, catalogue, requestOf(cell)));
  const [value, status, reason, error, , way] = JSON.parse(cell.said);
  const told =
    node.value.kind === "number"
      ? String(node.value.value)
      : node.value.kind === "missing"
        ? node.value.reason
        : node.value.code;
  const stored = value === "null" ? (reason ?? error) : value;
  const differences = replayExplanation(node, factsOf, PLACES);
  const said = { told, status: node.status, way: node.way };
  const should = { told: stored, status, way };
  // What was there once and is no more is explained by what is missing, or not at all.
  const isGone = node.value.kind === "missing" && node.way === null;
  const isEqual = JSON.stringify(said) === JSON.stringify(should) || isGone;
  return [...(isEqual ? [] : [{ cell: cell.key, said, should }]), ...differences];
}

async function play(made: History, afterPush: () => Promise<void> = async () => undefined): Promise<void> {
  const sent = new SentValues();
  await replica.reset();
  for (const step of made.steps) {
    const rows = rowsOf(made, step, sent);
    if (rows.length === 0) continue;
    await replica.push(rows.map(({ row }) => row));
    for (const { cell, content } of rows) sent.put(cell, content);
    await afterPush();
  }
}

it("explanations of random small worlds replay to the stored value, to the last bit, whatever way it came about", async () => {
  const ways = new Map<unknown, number>();
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      await play(made);
      const faults: unknown[] = [];
      for (const cell of chosen(await replica.cells())) {
        ways.set(wayOf(cell), (ways.get(wayOf(cell)) ?? 0) + 1);
        faults.push(...(await faultsOf(cell)));
      }
      expect(faults.slice(0, 4)).toEqual([]);
    }),
    { numRuns: 15 },
  );
  for (const way of ["formula", "carried", "recast", "roll-up"]) expect(ways.get(way), way).toBeGreaterThan(20);
}, 300_000);

function inputOf(cell: StoredCell): ExplainInput {
  const { indicator, area, breakdown, period } = requestOf(cell);
  return { indicator, area, breakdown, period: periodId(period), measure: "value" };
}

it("a cached explanation equals an uncached one after every push, and one as of a push what was explained then", async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(99), async (made, choice) => {
      const { store } = replica;
      const explainNow = createExplainOnSnapshot(createCatalogueCache());
      const cached = { store, explain: explainNow, explanations: createExplanationCache(200) };
      const uncached = () => ({ store, explain: explainNow, explanations: createExplanationCache() });
      const then: { input: ExplainInput; seq: number; node: unknown }[] = [];
      await play(made, async () => {
        const { seq } = await store.read(headCommit);
        const cells = await replica.cells();
        for (const at of [choice, choice + 7, choice + 31]) {
          const cell = cells[at % cells.length];
          if (cell === undefined || cell.key.includes("|static|") || cell.key.includes("|target|")) continue;
          const input = inputOf(cell);
          if (DEFINITIONS.get(input.indicator)?.periodType !== requestOf(cell).period.type) continue;
          const node = await getExplanation({ deps: uncached(), input });
          expect(await getExplanation({ deps: cached, input })).toEqual(node);
          expect(await getExplanation({ deps: cached, input })).toEqual(node);
          then.push({ input, seq, node });
        }
        expect(cached.explanations.figures().nodes).toBeLessThanOrEqual(200);
      });
      const { seq: head } = await store.read(headCommit);
      for (const { input, seq, node } of then) {
        const { asOf, ...again } = await getExplanation({ deps: cached, input: { ...input, asOf: seq } });
        expect({ ...again, asOf: null }).toEqual(node);
        expect(asOf?.commitSeq).toBe(seq === head ? undefined : seq);
      }
    }),
    { numRuns: 12 },
  );
}, 300_000);
