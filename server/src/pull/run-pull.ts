import type { PullSource } from "@bochiso/db/repositories/pulls";
import { DomainError } from "@bochiso/shared/errors";
import type { Chance } from "../platform/chance.ts";
import { newId } from "../platform/ids.ts";
import type { Services } from "../services.ts";
import type { EndPullCommand, PullMemory } from "./commands/pull-commands.ts";
import { fetchSource } from "./fetch/fetch-source.ts";
import { mapInThread } from "./mapping/map-in-thread.ts";
import { pullFault } from "./pull-fault.ts";
import { type Submitted, submitAnswer } from "./submit-answer.ts";

/** What runs work with. `instance` names the process that asks. */
export type PullDeps = Pick<Services, "store" | "writer" | "clock" | "catalogue" | "config" | "logger" | "instance"> & {
  readonly chance: Chance;
};

/** What a run found out. */
type Ending = Pick<EndPullCommand, "end" | "memory" | "retryAfter">;

const NOTHING_YET = {
  httpStatus: null,
  bytes: null,
  records: null,
  rows: null,
  submission: null,
  counts: null,
  faultCode: null,
  fault: null,
  faultVi: null,
  errors: [],
  errorCount: 0,
} as const satisfies Partial<EndPullCommand["end"]>;

/**
 * Asks a source once, where it is due and nobody else does, and notes how that ended. Tells whether it ran. Faults of the
 * source are its outcome; what is thrown is a fault of our own storage.
 */
export async function runPull(
  deps: PullDeps,
  { source: code, signal }: { source: string; signal: AbortSignal },
): Promise<boolean> {
  const { writer, clock, store, instance } = deps;
  const run = newId(clock);
  // One process owns an SQLite file: what another one has taken there, it left when it ended.
  const turn = { process: instance, alone: store.dialect === "sqlite", now: clock.now().toISOString() };
  const source = await writer.execute({ name: "take-pull", input: { source: code, run, turn } });
  if (source === null) return false;
  const ending = await endingOf(deps, source, signal);
  const at = clock.now().toISOString();
  const input = { ...ending, source: code, run, version: source.version, at, chance: deps.chance() };
  await writer.execute({ name: "end-pull", input });
  return true;
}

async function endingOf(deps: PullDeps, source: PullSource, signal: AbortSignal): Promise<Ending> {
  try {
    return await askAndSubmit(deps, source, signal);
  } catch (error) {
    if (!(error instanceof DomainError)) deps.logger.error({ err: error, source: source.code }, "a pull failed");
    const { code, text, facts } = error instanceof DomainError ? error : pullFault("pull-failed");
    const { status, retryAfter } = facts;
    const end = {
      ...NOTHING_YET,
      outcome: signal.aborted ? ("interrupted" as const) : ("failed" as const),
      httpStatus: typeof status === "number" ? status : null,
      faultCode: code,
      fault: text.en,
      faultVi: text.vi,
    };
    return { end, memory: null, retryAfter: typeof retryAfter === "number" ? retryAfter : null };
  }
}

/** How a run flows, and nothing else. */
async function askAndSubmit(deps: PullDeps, source: PullSource, signal: AbortSignal): Promise<Ending> {
  const { config, clock } = deps;
  const fetched = await fetchSource({
    config: source.config,
    validators: source,
    places: config,
    signal,
    now: clock.now().getTime(),
  });
  if (fetched.kind === "not-modified") {
    const end = { ...NOTHING_YET, outcome: "unchanged" as const, httpStatus: fetched.status };
    return { end, memory: null, retryAfter: null };
  }
  const bytes = fetched.body.byteLength;
  const mapped = await mapInThread(fetched.body, source.config);
  const submitted = await submitAnswer(deps, { source, mapped });
  const { errors, errorCount, fault } = submitted;
  const end = {
    outcome: submitted.outcome,
    httpStatus: fetched.status,
    bytes,
    records: mapped.records,
    rows: mapped.rowCount,
    submission: submitted.submission,
    counts: submitted.counts,
    faultCode: fault?.code ?? null,
    fault: fault?.text.en ?? null,
    faultVi: fault?.text.vi ?? null,
    errors,
    errorCount,
  };
  return { end, memory: memoryOf(submitted, fetched.validators), retryAfter: null };
}

/** "Unchanged" may be heard only of an answer of which nothing was left out: what was faulty is looked at again. */
function memoryOf(
  { outcome, memory }: Submitted,
  { etag, lastModified }: Pick<PullMemory, "etag" | "lastModified">,
): PullMemory | null {
  if (memory === null) return null;
  const isWhole = outcome === "stored" || outcome === "unchanged";
  return { ...memory, etag: isWhole ? etag : null, lastModified: isWhole ? lastModified : null };
}
