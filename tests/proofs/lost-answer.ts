import { pushOverBrokenLine } from "../support/faults/broken-line.ts";
import { checkComputed } from "../support/faults/check-computed.ts";
import { checkStore, faultsOf } from "../support/faults/check-store.ts";
import { inFaultWorld, withStore } from "../support/faults/in-fault-world.ts";
import { serverBuild } from "../support/faults/server-build.ts";
import { numberOf } from "./kit/number-of.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";

const RETRIES = 10_000;
const SENDERS = 8;
const CONTROL_RETRIES = 100;

/** Batches sent again after their answer was lost, over a line of our own that breaks. */
export const proof: Proof = {
  promise: `${RETRIES} retries after a cut connection, each batch applied once.`,
  run: measure,
};

async function measure({ args, log }: ProofContext): Promise<ProofResult> {
  const retries = numberOf(args, "--retries") ?? RETRIES;
  const seed = numberOf(args, "--seed") ?? 1;
  const started = performance.now();
  const entry = await serverBuild();
  const { outcome, report, computed } = await inFaultWorld(async (world) => {
    const pushed = await pushOverBrokenLine({ world, entry, senders: SENDERS, retries, seed, log });
    return withStore(world, async (store) => ({
      outcome: pushed,
      report: await checkStore(store, pushed.ledger),
      computed: await checkComputed(store),
    }));
  });
  const doubledByFreshKeys = await inFaultWorld(async (world) => {
    const { ledger } = await pushOverBrokenLine({
      world,
      entry,
      senders: SENDERS,
      retries: CONTROL_RETRIES,
      seed,
      freshKeys: true,
    });
    return withStore(world, async (store) => (await checkStore(store, ledger)).doubled);
  });
  const { ledger, cuts } = outcome;
  return {
    figures: {
      retries: ledger.retries,
      cutInTheRequest: cuts.request,
      cutInTheAnswer: cuts.answer,
      clients: SENDERS,
      batches: report.submissions,
      rows: report.acknowledgedRows,
      answeredAgainByTheSameBytes: ledger.replayed,
      receiptsFoundByAsking: ledger.recovered.size,
      answeredInUse: ledger.answers.get("409 idempotency-key-in-use") ?? 0,
      lost: report.lost,
      doubled: report.doubled,
      halfApplied: report.halfApplied,
      wrongReceipts: report.wrongReceipts,
      brokenChainsAndOutbox: report.broken,
      computedCellsBehindTheirInputs: computed.differing,
      firstFinding: report.findings[0] ?? "none",
      seed,
      seconds: Math.round((performance.now() - started) / 1000),
      controlDoubled: doubledByFreshKeys,
    },
    passed:
      ledger.retries >= retries &&
      report.submissions === ledger.promised.length &&
      faultsOf(report) + ledger.complaints.length + computed.differing === 0,
    control: { broken: "a fresh idempotency key for every try", failed: doubledByFreshKeys > 0 },
  };
}
