import { headCommit } from "@bochiso/db/repositories/commits";
import {
  appendObservations,
  changesSince,
  latestPeriods,
  listObservations,
  type NewObservation,
  type Observation,
  readAsOf,
  readHistory,
  readRanges,
} from "@bochiso/db/repositories/observations";
import { resolveSeries, type SeriesKey } from "@bochiso/db/repositories/series";
import type { ReadTx, Store } from "@bochiso/db/store";
import { openTestStore } from "@bochiso/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresCluster, startPostgres } from "../support/postgres-cluster.ts";
import { aSeries, minute } from "./world/builders.ts";

const SERIES: readonly SeriesKey[] = [
  aSeries(),
  aSeries({ area: "vn63:24" }),
  aSeries({ area: "01", breakdownKey: "ownership=FDI" }),
  aSeries({ origin: "computed" }),
  aSeries({ indicator: "trade.balance", scenario: "plan", periodType: "year" }),
];
const ORDINALS = 4;

interface Row {
  readonly series: number;
  readonly ordinal: number;
  readonly content: Partial<NewObservation>;
}
interface Step {
  readonly minutes: number;
  readonly rows: readonly Row[];
}

const text = fc.string({ unit: "grapheme", maxLength: 12 }).filter((value) => !value.includes("\u0000"));
const content: fc.Arbitrary<Partial<NewObservation>> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({
    value,
    valueText: String(value),
    status: "A" as const,
  })),
  fc.record({
    missingReason: fc.constantFrom("missing", "not-collected"),
    status: fc.constantFrom("O", "L"),
    note: text,
  }),
  fc.constant({ errorCode: "division-by-zero" as const }),
  fc.record({ missingReason: fc.constant("retracted" as const), retracted: fc.constant(1 as const), note: text }),
  fc.record({
    value: fc.integer(),
    baseYear: fc.constantFrom(2010, 2020),
    flags: text,
    coverageHave: fc.nat(34),
    coverageOf: fc.constant(34),
    coverageWeight: fc.double({ min: 0, max: 1, noNaN: true }),
    way: fc.constantFrom("recast" as const, "roll-up" as const),
  }),
);
const step: fc.Arbitrary<Step> = fc.record({
  minutes: fc.integer({ min: 0, max: 100 }),
  rows: fc.uniqueArray(
    fc.record({ series: fc.nat(SERIES.length - 1), ordinal: fc.integer({ min: -1, max: ORDINALS }), content }),
    { maxLength: 6, selector: ({ series, ordinal }) => `${series}/${ordinal}` },
  ),
});

/** Plays a history; every third cell is given with the revision read before, as ingestion does. */
async function play(store: Store, steps: readonly Step[]): Promise<number[]> {
  const ids = await store.write((tx) => resolveSeries(tx, SERIES));
  for (const { minutes, rows } of steps) {
    await store.write(async (tx) => {
      const known = new Map(
        (await readRanges(tx, allRanges(ids))).map((row) => [`${row.seriesId}/${row.ordinal}`, row.revision]),
      );
      const commit = await tx.nextCommit(minute(minutes));
      const added = rows.map(({ series, ordinal, content: said }, at): NewObservation => {
        const seriesId = ids[series] ?? 0;
        const previousRevision = known.get(`${seriesId}/${ordinal}`) ?? 0;
        return { seriesId, ordinal, ...said, ...(at % 3 === 0 ? { previousRevision } : {}) };
      });
      await appendObservations(tx, commit, added);
    });
  }
  return ids;
}

function allRanges(ids: readonly number[]) {
  return ids.map((seriesId) => ({ seriesId, from: -1, to: ORDINALS }));
}

/** Everything that can be asked about a history. */
async function everything(tx: ReadTx, ids: readonly number[], commits: number) {
  const asOf: (readonly Observation[])[] = [];
  for (let seq = 0; seq <= commits; seq += 1) {
    asOf.push(await readAsOf(tx, allRanges(ids), seq));
    asOf.push((await listObservations(tx, { limit: 7, asOf: seq })).observations);
  }
  return {
    head: await headCommit(tx),
    current: await readRanges(tx, allRanges(ids)),
    listed: await listObservations(tx, { limit: 1_000 }),
    changes: await changesSince(tx, { after: { commitSeq: 0 }, limit: 1_000 }),
    latest: [...(await latestPeriods(tx, ids))].sort(([a], [b]) => a - b),
    history: await readHistory(tx, ids[0] ?? 0, 1),
    asOf,
  };
}

function withoutMinusZero(value: number | null): number | null {
  return value === 0 ? 0 : value;
}

/** The same history kept in memory by its definition: the last revision not after a commit. */
function expectAsOf(steps: readonly Step[], ids: readonly number[], seq: number): [number, number, number, unknown][] {
  const cells = new Map<string, [number, number, number, unknown]>();
  for (const { rows } of steps.slice(0, seq)) {
    for (const { series, ordinal, content: said } of rows) {
      const seriesId = ids[series] ?? 0;
      const revision = (cells.get(`${seriesId}/${ordinal}`)?.[2] ?? 0) + 1;
      cells.set(`${seriesId}/${ordinal}`, [seriesId, ordinal, revision, withoutMinusZero(said.value ?? null)]);
    }
  }
  return [...cells.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

describe("random histories", () => {
  let cluster: PostgresCluster;
  let databases = 0;
  beforeAll(async () => {
    cluster = await startPostgres({ durability: "fast" });
  });
  afterAll(() => cluster.stop());

  it("give equal answers on SQLite, on PostgreSQL and by definition", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        databases += 1;
        const databaseUrl = await cluster.createDatabase(`history_${databases}`);
        const worlds = [await openTestStore(), await openTestStore({ databaseUrl })] as const;
        try {
          const [sqlite, postgres] = await Promise.all(
            worlds.map(async ({ store }) => {
              const ids = await play(store, steps);
              return { ids, answers: await store.read((tx) => everything(tx, ids, steps.length)) };
            }),
          );
          if (!sqlite || !postgres) throw new Error("A world is missing");
          expect(postgres).toEqual(sqlite);
          for (let seq = 0; seq <= steps.length; seq += 1) {
            const seen = sqlite.answers.asOf[2 * seq] ?? [];
            const cells = seen.map((row) => [row.seriesId, row.ordinal, row.revision, row.value]);
            expect(cells).toEqual(expectAsOf(steps, sqlite.ids, seq));
          }
        } finally {
          await Promise.all(worlds.map((world) => world.close()));
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
