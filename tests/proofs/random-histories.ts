import fc from "fast-check";
import { withBrokenIndex, withoutOneEdge } from "../contract/random-histories/broken-index.ts";
import { type ChangePlan, changePlan } from "../contract/random-histories/changed-definitions.ts";
import { checkChange } from "../contract/random-histories/check-change.ts";
import { checkHistory, type Outcome } from "../contract/random-histories/check-history.ts";
import { type History, history } from "../contract/random-histories/history.ts";
import { openReplica, type Replica } from "../contract/random-histories/replica.ts";
import { startPostgres } from "../support/postgres-cluster.ts";
import { numberOf } from "./kit/number-of.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";

const FULL = 5_000;
/** One in so many has a change of definitions in its middle. */
const CHANGES_EVERY = 5;
const AT_ONCE = 100;
const CONTROL = 200;

/** Random histories through the real write path of the server, into both databases, against a recompute from scratch. */
export const proof: Proof = {
  promise: `After each of ${FULL} random histories (late values, revisions, retractions, absences, refused batches, mergers of units, changed definitions) every computed cell on SQLite and on PostgreSQL equals a full recompute from scratch to the last bit.`,
  run: measure,
};

async function measure(context: ProofContext): Promise<ProofResult> {
  const count = numberOf(context.args, "--histories") ?? FULL;
  const seed = numberOf(context.args, "--seed") ?? 1;
  const started = performance.now();
  const cluster = await startPostgres({ durability: "fast" });
  const replicas: Replica[] = [];
  try {
    replicas.push(await openReplica());
    replicas.push(await openReplica({ databaseUrl: await cluster.createDatabase("histories") }));
    const changes = Math.floor(count / CHANGES_EVERY);
    const totals = await playAll(replicas, { count: count - changes, seed, log: context.log });
    const changed = await changeAll(replicas, { count: changes, seed, log: context.log });
    const control = await brokenIndexIsFound();
    return {
      figures: {
        histories: totals.histories + changed.histories,
        withChangedDefinitions: changed.histories,
        submissionsBesideAChange: changed.meanwhile,
        submissions: totals.pushes,
        refusedSubmissions: totals.refused,
        rows: totals.rows,
        computedCells: totals.computedCells,
        computedByFormula: totals.ways["formula"] ?? 0,
        rolledUp: totals.ways["roll-up"] ?? 0,
        recast: totals.ways["recast"] ?? 0,
        carriedOver: totals.ways["carried"] ?? 0,
        errorCells: totals.errors,
        databases: replicas.map(({ name }) => name).join(" + "),
        differingHistories: totals.differing + changed.differing,
        firstDifference: totals.differing > 0 ? totals.firstDifference : changed.firstDifference,
        seed,
        seconds: Math.round((performance.now() - started) / 1000),
        controlHistoriesNeeded: control,
      },
      passed: totals.histories + changed.histories === count && totals.differing + changed.differing === 0,
      control: { broken: "one edge of the dependency index left out", failed: control > 0 },
    };
  } finally {
    for (const replica of replicas) await replica.close();
    await cluster.stop();
  }
}

interface Totals extends Omit<Outcome, "differences" | "ways"> {
  readonly histories: number;
  readonly ways: Record<string, number>;
  readonly differing: number;
  readonly firstDifference: string;
}

async function playAll(
  replicas: readonly Replica[],
  { count, seed, log }: { count: number; seed: number; log: ProofContext["log"] },
): Promise<Totals> {
  let totals: Totals = {
    histories: 0,
    pushes: 0,
    refused: 0,
    rows: 0,
    computedCells: 0,
    errors: 0,
    ways: {},
    differing: 0,
    firstDifference: "none",
  };
  for (let done = 0; done < count; done += AT_ONCE) {
    for (const steps of someHistories(Math.min(AT_ONCE, count - done), seed + done)) {
      totals = added(totals, await checkHistory(replicas, steps));
    }
    log(`${totals.histories} of ${count} histories, ${totals.differing} differ`);
  }
  return totals;
}

interface ChangeTotals extends Pick<Totals, "histories" | "differing" | "firstDifference"> {
  /** Submissions between the staging of a change and its switch. */
  readonly meanwhile: number;
}

/** Histories with a change of definitions in their middle; before and after its switch both databases are compared. */
async function changeAll(
  replicas: readonly Replica[],
  { count, seed, log }: { count: number; seed: number; log: ProofContext["log"] },
): Promise<ChangeTotals> {
  let totals: ChangeTotals = { histories: 0, meanwhile: 0, differing: 0, firstDifference: "none" };
  for (let done = 0; done < count; done += AT_ONCE) {
    for (const [steps, plan] of someChanges(Math.min(AT_ONCE, count - done), seed + done)) {
      const outcomes = await Promise.all(
        replicas.map(async (replica) => ({
          ...(await checkChange(replica, { history: steps, plan })),
          cells: JSON.stringify(await replica.cells()),
        })),
      );
      const [first, ...others] = outcomes;
      const differences = outcomes.flatMap((outcome) => outcome.differences);
      if (others.some(({ cells }) => cells !== first?.cells)) differences.push("the databases hold different cells");
      const [difference] = differences;
      totals = {
        histories: totals.histories + 1,
        meanwhile: totals.meanwhile + (first?.meanwhile ?? 0),
        differing: totals.differing + (difference === undefined ? 0 : 1),
        firstDifference: totals.firstDifference === "none" ? (difference ?? "none") : totals.firstDifference,
      };
    }
    log(`${totals.histories} of ${count} histories with changed definitions, ${totals.differing} differ`);
  }
  return totals;
}

function someChanges(numRuns: number, seed: number): [History, ChangePlan][] {
  return fc.sample(fc.tuple(history, changePlan), { numRuns, seed });
}

function added(totals: Totals, outcome: Outcome): Totals {
  const ways = { ...totals.ways };
  for (const [way, cells] of Object.entries(outcome.ways)) ways[way] = (ways[way] ?? 0) + cells;
  const [difference] = outcome.differences;
  return {
    histories: totals.histories + 1,
    pushes: totals.pushes + outcome.pushes,
    refused: totals.refused + outcome.refused,
    rows: totals.rows + outcome.rows,
    computedCells: totals.computedCells + outcome.computedCells,
    errors: totals.errors + outcome.errors,
    ways,
    differing: totals.differing + (difference === undefined ? 0 : 1),
    firstDifference: totals.firstDifference === "none" ? (difference ?? "none") : totals.firstDifference,
  };
}

/** How many histories it took to find an edge left out; 0 where it was not found. */
async function brokenIndexIsFound(): Promise<number> {
  const broken = await openReplica({ alter: (catalogue) => withBrokenIndex(catalogue, withoutOneEdge) });
  try {
    for (const [at, steps] of someHistories(CONTROL, 1).entries()) {
      if ((await checkHistory([broken], steps)).differences.length > 0) return at + 1;
    }
    return 0;
  } finally {
    await broken.close();
  }
}

function someHistories(numRuns: number, seed: number): History[] {
  return fc.sample(history, { numRuns, seed });
}
