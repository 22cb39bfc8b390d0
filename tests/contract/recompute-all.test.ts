import { writeMeta } from "@bochiso/db/repositories/meta";
import type { Store } from "@bochiso/db/store";
import { firstDay, lastDay, type Period, periodId } from "@bochiso/shared/period";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { createRecomputeAll, type RecomputeProgress } from "../../server/src/compute/recompute-all.ts";
import type { SentRow } from "../support/calculation/push-rows.ts";
import { openReplica, type Replica } from "./random-histories/replica.ts";
import { LEAVES, SENT_PERIODS, WORLD } from "./random-histories/world.ts";

const NOW = new Date("2027-02-01T00:00:00.000Z");
const SENT = WORLD.definitions.filter(({ formula }) => formula === null);

/** A value for every input, leaf and period, so that a little of everything is computed. */
function everyRow(): SentRow[] {
  return SENT.flatMap(({ code, periodType }, at) =>
    LEAVES.flatMap((area, place) =>
      (SENT_PERIODS[periodType] ?? []).flatMap((ordinal, time) => {
        const period = { type: periodType, ordinal };
        const value = 100 + 7 * at + 3 * place + time;
        return existsIn(area, period) ? [{ indicator: code, area, period: periodId(period), value }] : [];
      }),
    ),
  );
}

function existsIn(area: string, period: Period): boolean {
  const unit = WORLD.areas.find(({ code }) => code === area);
  return (unit?.validFrom ?? "0") <= lastDay(period) && (unit?.validTo ?? "9") >= firstDay(period);
}

/** A run as after a start of the server: nothing is held from before. */
const startRun = (store: Store) =>
  createRecomputeAll({ store, catalogue: createCatalogueCache(), clock: { now: () => NOW } });

async function toTheEnd(store: Store): Promise<RecomputeProgress[]> {
  const step = startRun(store);
  const steps: RecomputeProgress[] = [];
  for (;;) {
    const progress = await step();
    steps.push(progress);
    if (progress.done) return steps;
  }
}

const OTHERWISE = {
  value: 4711,
  status: null,
  missingReason: null,
  errorCode: null,
  way: null,
  coverageHave: null,
  coverageOf: null,
  coverageWeight: null,
};
/** A period that nothing sent leads to. */
const STALE = 30_000;

/** As an installation of other rules left it: cells that are not there, that say something else, that nothing makes now. */
async function computeOtherwise(store: Store): Promise<void> {
  await store.write(async (tx) => {
    const { series, observation } = tx.schema;
    const isComputed = new Map((await tx.db.select().from(series)).map((it) => [it.id, it.origin === "computed"]));
    const rows = await tx.db.select().from(observation);
    const left = rows.flatMap((row) => {
      if (isComputed.get(row.seriesId) !== true || row.seriesId % 3 === 2) return [row];
      return row.seriesId % 3 === 0 ? [] : [{ ...row, ...OTHERWISE }];
    });
    const untouched = rows.find((row) => isComputed.get(row.seriesId) === true && row.seriesId % 3 === 2);
    if (untouched !== undefined) left.push({ ...untouched, ...OTHERWISE, ordinal: STALE });
    await tx.db.delete(observation);
    for (const chunk of chunksOf(left, 500)) await tx.db.insert(observation).values(chunk);
    await writeMeta(tx, "computedRules", "other");
  });
}

async function pushed(replica: Replica, rows: Parameters<Replica["push"]>[0]): Promise<void> {
  const { kind } = await replica.push(rows);
  if (kind !== "stored") throw new Error(`the rows were ${kind}`);
}

describe("a recompute of everything", () => {
  let replica: Replica;
  beforeAll(async () => {
    replica = await openReplica();
    for (const chunk of chunksOf(everyRow(), 700)) await pushed(replica, chunk);
    await toTheEnd(replica.store);
  });
  afterAll(() => replica?.close());

  it("finds nothing to change where every cell follows the rules in force, and says so at once the next time", async () => {
    await replica.store.write((tx) => writeMeta(tx, "computedRules", "other"));
    const steps = await toTheEnd(replica.store);
    expect(steps.reduce((sum, { changed }) => sum + changed, 0)).toBe(0);
    expect(steps.reduce((sum, { cells }) => sum + cells, 0)).toBeGreaterThan(1_000);
    expect(await toTheEnd(replica.store)).toEqual([{ done: true, indicators: 0, of: 0, cells: 0, changed: 0 }]);
  });

  it("gives every cell that arriving values would have given, each step one commit, and goes on after a restart", async () => {
    const before = await replica.cells();
    await computeOtherwise(replica.store);
    expect(await replica.cells()).not.toEqual(before);

    const head = await commits(replica.store);
    const first = await startRun(replica.store)();
    expect(first).toMatchObject({ done: false });
    const steps = [first, ...(await toTheEnd(replica.store))];
    expect(steps[1]?.indicators).toBeGreaterThanOrEqual(first.indicators);
    expect(await commits(replica.store)).toBe(head + steps.filter(({ changed }) => changed > 0).length);

    const stale = (cells: typeof before) => cells.filter(({ key }) => !key.endsWith(`|${STALE}`));
    const after = await replica.cells();
    expect(stale(after)).toEqual(before);
    expect(after.length).toBe(before.length + 1);
    expect(after.find(({ key }) => key.endsWith(`|${STALE}`))?.said).toContain("not-reported");
  });
});

async function commits(store: Store): Promise<number> {
  return (await store.read((tx) => tx.db.select().from(tx.schema.commitLog))).length;
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
