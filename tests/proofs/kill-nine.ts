import { BROKEN } from "../support/faults/broken-code.ts";
import { createChance } from "../support/faults/chance.ts";
import { ChangeReader, checkReader } from "../support/faults/change-reader.ts";
import { checkComputed } from "../support/faults/check-computed.ts";
import { checkStore, faultsOf } from "../support/faults/check-store.ts";
import { inFaultWorld, withStore } from "../support/faults/in-fault-world.ts";
import { killRounds } from "../support/faults/kill-rounds.ts";
import { postgresKills } from "../support/faults/postgres-kills.ts";
import { brokenBuild, serverBuild } from "../support/faults/server-build.ts";
import { numberOf } from "./kit/number-of.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";

const KILLS = 200;
const SENDERS = 8;
const CONTROL_KILLS = 5;
const POSTGRES_KILLS = 30;

/** A server killed again and again under load, against what its clients were told. */
export const proof: Proof = {
  promise: `0 acknowledged rows lost, doubled or half-applied over ≥ ${KILLS} SIGKILLs under ${SENDERS} clients.`,
  run: measure,
};

async function measure({ args, log }: ProofContext): Promise<ProofResult> {
  const kills = numberOf(args, "--kills") ?? KILLS;
  const seed = numberOf(args, "--seed") ?? 1;
  const started = performance.now();
  const found = await inFaultWorld(async (world) => {
    const reader = new ChangeReader(world.keys.reader, createChance(seed + 1));
    const entry = await serverBuild();
    const outcome = await killRounds({
      world,
      entry,
      kills,
      senders: SENDERS,
      seed,
      log,
      beside: (where, isAllSent) => reader.follow(where, isAllSent),
    });
    return withStore(world, async (store) => ({
      outcome,
      report: await checkStore(store, outcome.ledger),
      changes: await checkReader(store, reader),
      stops: reader.stops,
      computed: await checkComputed(store),
    }));
  });
  log("the same with PostgreSQL, of which a process is killed before every server");
  const postgres = await postgresKills({
    entry: await serverBuild(),
    kills: numberOf(args, "--postgres-kills") ?? POSTGRES_KILLS,
    senders: SENDERS,
    seed,
    log,
  });
  const control = await controlFinds(seed);
  const { outcome, report, changes, computed } = found;
  const { ledger } = outcome;
  const isExact = changes.missed + changes.twice + changes.outOfOrder === 0;
  return {
    figures: {
      kills: outcome.kills,
      killsDuringStart: outcome.duringStart,
      clients: SENDERS,
      submissions: report.submissions,
      acknowledged: ledger.acknowledged.size,
      acknowledgedRows: report.acknowledgedRows,
      unansweredAtAKill: outcome.unanswered,
      retries: ledger.retries,
      foundStoredByARetry: ledger.replayed,
      lost: report.lost,
      doubled: report.doubled,
      halfApplied: report.halfApplied,
      wrongReceipts: report.wrongReceipts,
      brokenChainsAndOutbox: report.broken,
      auditEntries: report.auditEntries,
      computedCells: computed.computedCells,
      computedCellsBehindTheirInputs: computed.differing,
      balancesRecalculated: computed.balances,
      wrongBalances: computed.wrongBalances,
      changesRead: changes.changes,
      readerStops: found.stops,
      changesMissed: changes.missed,
      changesTwice: changes.twice,
      changesOutOfOrder: changes.outOfOrder,
      postgresServerKills: postgres.outcome.kills,
      postgresBackendKills: postgres.backendsKilled,
      postgresSubmissions: postgres.report.submissions,
      postgresFaults: faultsOf(postgres.report) + postgres.differing,
      postgresFirstFinding: postgres.report.findings[0] ?? "none",
      firstFinding: report.findings[0] ?? "none",
      seed,
      seconds: Math.round((performance.now() - started) / 1000),
      controlLost: control,
    },
    passed:
      outcome.kills >= kills &&
      faultsOf(report) + ledger.complaints.length === 0 &&
      computed.differing + computed.wrongBalances === 0 &&
      faultsOf(postgres.report) + postgres.outcome.ledger.complaints.length + postgres.differing === 0 &&
      isExact,
    control: { broken: BROKEN.earlyAnswer.what, failed: control > 0 },
  };
}

/** Acknowledged batches that a server loses which answers before it commits. */
async function controlFinds(seed: number): Promise<number> {
  return inFaultWorld(async (world) => {
    const entry = await brokenBuild(BROKEN.earlyAnswer);
    const { ledger } = await killRounds({ world, entry, kills: CONTROL_KILLS, senders: SENDERS, seed });
    return withStore(world, async (store) => (await checkStore(store, ledger)).lost);
  });
}
