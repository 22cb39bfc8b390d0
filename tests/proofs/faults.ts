import { BROKEN } from "../support/faults/broken-code.ts";
import { DISK_FAULTS, onReadOnlyFolder } from "../support/faults/disk-faults.ts";
import { brokenBuild, serverBuild } from "../support/faults/server-build.ts";
import { whyNoSmallDisk } from "../support/faults/small-disk.ts";
import { type FaultOutcome, wrongOf } from "../support/faults/under-fault.ts";
import { numberOf } from "./kit/number-of.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";

const ROUNDS = 5;
const CONTROL = "failingFlush";

/** A disk that fails under a running server in every way that can be had here. */
export const proof: Proof = {
  promise:
    "On a disk that fails (EIO and ENOSPC on writes and flushes, a full disk, a file-size limit, slow flushes, a read-only folder, a second process) the server refuses or waits, is never wrong, and goes on when the fault is over.",
  run: measure,
};

async function measure({ args, log }: ProofContext): Promise<ProofResult> {
  const rounds = numberOf(args, "--rounds") ?? ROUNDS;
  const started = performance.now();
  const entry = await serverBuild();
  const figures: Record<string, number | string | boolean> = {};
  let [wrong, tried, acknowledged] = [0, 0, 0];
  for (const fault of DISK_FAULTS) {
    const impossible = fault.whyNot();
    if (impossible !== null) {
      figures[fault.name] = `not tried: ${impossible}`;
      continue;
    }
    for (let round = 1; round <= rounds; round += 1) {
      const outcome = await fault.run(entry, round);
      const isTold = fault.refusedWith === null || fault.refusedWith in outcome.answers;
      wrong += wrongOf(outcome) + (isTold ? 0 : 1);
      acknowledged += outcome.acknowledged;
      tried += 1;
      if (round === 1) figures[fault.name] = described(outcome);
    }
    log(`${fault.name}: ${String(figures[fault.name])}, wrong so far: ${wrong}`);
  }
  const noDisk = whyNoSmallDisk();
  const readOnly = noDisk === null ? await onReadOnlyFolder(entry) : null;
  const control = DISK_FAULTS.find(({ name }) => name === CONTROL);
  const lost =
    control?.whyNot() === null ? (await control.run(await brokenBuild(BROKEN.deafCommit), 1)).report.lost : 0;
  return {
    figures: {
      ...figures,
      readOnlyFolder: readOnly === null ? `not tried: ${noDisk}` : readOnly.whenReadOnly ? "started" : "not started",
      startsWhenWritableAgain: readOnly?.afterwards ?? "not tried",
      faultsTried: tried,
      acknowledged,
      wrong,
      seconds: Math.round((performance.now() - started) / 1000),
      controlLost: lost,
    },
    passed: wrong === 0 && tried > 0 && readOnly?.whenReadOnly !== true && readOnly?.afterwards !== false,
    control: { broken: BROKEN.deafCommit.what, failed: lost > 0 },
  };
}

function described({ answers, report }: FaultOutcome): string {
  const told = Object.entries(answers).filter(([name]) => name.startsWith("5"));
  const refused = told.map(([name, count]) => `${count} × ${name}`).join(", ") || "nothing refused";
  return `${refused}; ${report.submissions} submissions checked`;
}
