import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { DomainError, type ErrorFacts } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import { pullFault } from "../pull-fault.ts";
import { type AnswerMapping, type MappedAnswer, mapAnswer } from "./map-answer.ts";

/** What the thread is given. */
export interface ThreadInput {
  readonly answer: Uint8Array;
  readonly mapping: AnswerMapping;
}

/** What it answers. */
export type ThreadOutput =
  | { readonly kind: "mapped"; readonly mapped: MappedAnswer }
  | { readonly kind: "refused"; readonly code: string; readonly facts: ErrorFacts; readonly text: Text };

/** Up to so many bytes an answer is read where it is, in a few milliseconds: a thread takes longer to start. */
const SMALL_BYTES = 64 * 1024;
const HEAP_MB = 768;
const LONGEST_MS = 60_000;

/**
 * Reads and maps an answer, a large one in a thread of its own: megabytes of foreign text must not hold up whoever looks at a
 * screen, and whatever they do to memory ends with the thread. Throws as `mapAnswer`, `pull-took-too-much`.
 */
export async function mapInThread(answer: Uint8Array, config: AnswerMapping): Promise<MappedAnswer> {
  if (answer.byteLength <= SMALL_BYTES) return mapAnswer(answer, config);
  const { feed, format, rows, url, document } = config;
  const mapping: AnswerMapping = { feed, format, rows, url, ...(document === undefined ? {} : { document }) };
  const worker = new Worker(new URL("./map-answer-thread.ts", import.meta.url), {
    workerData: { answer, mapping } satisfies ThreadInput,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const timer = setTimeout(() => void worker.terminate(), LONGEST_MS);
  try {
    const output = await Promise.race([
      once(worker, "message").then(([message]) => message as ThreadOutput),
      once(worker, "exit").then((): ThreadOutput | null => null),
    ]);
    if (output === null) throw pullFault("pull-took-too-much");
    if (output.kind === "mapped") return output.mapped;
    throw new DomainError(output.code, output.facts, output.text);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") {
      throw pullFault("pull-took-too-much");
    }
    throw error;
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}
