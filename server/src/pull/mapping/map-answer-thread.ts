import { parentPort, workerData } from "node:worker_threads";
import { DomainError } from "@bochiso/shared/errors";
import { mapAnswer } from "./map-answer.ts";
import type { ThreadInput, ThreadOutput } from "./map-in-thread.ts";

/** One answer, one thread. */
function answerOf({ answer, mapping }: ThreadInput): ThreadOutput {
  try {
    return { kind: "mapped", mapped: mapAnswer(answer, mapping) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, facts, text } = error;
    return { kind: "refused", code, facts, text };
  }
}

parentPort?.postMessage(answerOf(workerData as ThreadInput));
