import { BROKEN } from "../support/faults/broken-code.ts";
import { faultsOf } from "../support/faults/check-store.ts";
import { whyNoLoopDisk } from "../support/faults/loop-disk.ts";
import { powerCuts } from "../support/faults/power-cuts.ts";
import { brokenBuild, serverBuild } from "../support/faults/server-build.ts";
import { numberOf } from "./kit/number-of.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";

const ACKNOWLEDGEMENTS = 100_000;
const BETWEEN = 4_000;
const CONTROL = { acknowledgements: 600, between: 300 };

/** The power of the disk under a server cut again and again, against what its clients were told before each cut. */
export const proof: Proof = {
  promise: `0 of ≥ ${ACKNOWLEDGEMENTS} acknowledged submissions lost, doubled or half-applied over power cuts of a loop-mounted ext4.`,
  run: measure,
};

async function measure({ args, log }: ProofContext): Promise<ProofResult> {
  const acknowledgements = numberOf(args, "--acknowledgements") ?? ACKNOWLEDGEMENTS;
  const seed = numberOf(args, "--seed") ?? 1;
  const impossible = await whyNoLoopDisk();
  if (impossible !== null) throw new Error(impossible);
  const started = performance.now();
  const sound = await powerCuts({ entry: await serverBuild(), acknowledgements, between: BETWEEN, seed, log });
  const control = await powerCuts({ entry: await brokenBuild(BROKEN.lazySync), ...CONTROL, seed });
  const { report, ledger } = sound;
  return {
    figures: {
      cuts: sound.cuts,
      acknowledgedBeforeACut: ledger.acknowledged.size,
      submissions: report.submissions,
      lost: report.lost,
      doubled: report.doubled,
      halfApplied: report.halfApplied,
      wrongReceipts: report.wrongReceipts,
      brokenChainsAndOutbox: report.broken,
      computedCellsBehindTheirInputs: sound.differing,
      retries: ledger.retries,
      foundStoredByARetry: ledger.replayed,
      answers: [...ledger.answers].map(([name, count]) => `${name}: ${count}`).join(", "),
      firstFinding: report.findings[0] ?? "none",
      seed,
      seconds: Math.round((performance.now() - started) / 1000),
      controlCuts: control.cuts,
      controlAcknowledged: control.ledger.acknowledged.size,
      controlLost: control.report.lost,
    },
    passed:
      ledger.acknowledged.size >= acknowledgements &&
      faultsOf(report) + ledger.complaints.length + sound.differing === 0,
    control: { broken: BROKEN.lazySync.what, failed: control.report.lost > 0 },
  };
}
