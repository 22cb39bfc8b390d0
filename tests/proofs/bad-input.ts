import { ROW_ERROR_CODES } from "@bochiso/shared/submission";
import { BROKEN } from "../support/faults/broken-code.ts";
import { inFaultWorld } from "../support/faults/in-fault-world.ts";
import { type BadInputOutcome, pushBadInput } from "../support/faults/push-bad-input.ts";
import { brokenBuild, serverBuild } from "../support/faults/server-build.ts";
import { numberOf } from "./kit/number-of.ts";
import type { Proof, ProofContext, ProofResult } from "./kit/proof-definition.ts";

const REQUESTS = 50_000;
const CONTROL_REQUESTS = 1_000;

/** Codes that no request to a fresh system can produce; each has a test of its own. */
const ELSEWHERE: ReadonlySet<string> = new Set(["indicator-not-in-force", "period-locked"]);

/** Generated bad requests, and what was written and said after each of them. */
export const proof: Proof = {
  promise: `≥ ${REQUESTS} generated bodies: no 5xx, no partial write, the right pointer where the fault is known, every row code produced.`,
  run: measure,
};

async function measure({ args, log }: ProofContext): Promise<ProofResult> {
  const requests = numberOf(args, "--requests") ?? REQUESTS;
  const seed = numberOf(args, "--seed") ?? 1;
  const started = performance.now();
  const sound = await push(await serverBuild(), { requests, seed, log });
  const control = await push(await brokenBuild(BROKEN.noLimits), { requests: CONTROL_REQUESTS, seed });
  const missing = ROW_ERROR_CODES.filter((code) => !sound.codes.has(code) && !ELSEWHERE.has(code));
  return {
    figures: {
      requests: sound.requests,
      withAKnownFault: sound.known,
      serverErrors: sound.serverErrors,
      partialWrites: sound.partialWrites,
      wronglyTold: sound.wronglyTold,
      rowCodesProduced: ROW_ERROR_CODES.filter((code) => sound.codes.has(code)).length,
      rowCodesMissing: missing.join(", ") || "none",
      rowCodesTestedElsewhere: [...ELSEWHERE].join(", "),
      answers: Object.entries(sound.answers)
        .map(([name, count]) => `${name}: ${count}`)
        .join(", "),
      firstFinding: sound.findings[0] ?? "none",
      seed,
      seconds: Math.round((performance.now() - started) / 1000),
      controlWronglyTold: control.wronglyTold,
    },
    passed:
      sound.requests >= requests && sound.serverErrors + sound.partialWrites + sound.wronglyTold + missing.length === 0,
    control: { broken: BROKEN.noLimits.what, failed: control.wronglyTold > 0 },
  };
}

function push(
  entry: string,
  options: { readonly requests: number; readonly seed: number; readonly log?: (message: string) => void },
): Promise<BadInputOutcome> {
  return inFaultWorld((world) => pushBadInput({ world, entry, ...options }));
}
