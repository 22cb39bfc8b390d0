import { createHash } from "node:crypto";
import type { PullSource } from "@bochiso/db/repositories/pulls";
import type { DomainError } from "@bochiso/shared/errors";
import type { PullOutcome, PullRecordError } from "@bochiso/shared/pull";
import type { ReceiptCounts } from "@bochiso/shared/submission";
import { submissionOf } from "../file-drop/entry-submission.ts";
import { readAccepted } from "../file-drop/read-accepted.ts";
import { requireAccepting } from "../modules/feed-entry/require-accepting.ts";
import type { Services } from "../services.ts";
import type { IngestInput } from "../writer/commands.ts";
import type { PullMemory } from "./commands/pull-commands.ts";
import type { MappedAnswer } from "./mapping/map-answer.ts";
import { asRecordErrors } from "./mapping/record-errors.ts";
import { pullFault } from "./pull-fault.ts";

/** What became of an answer. */
export interface Submitted {
  readonly outcome: PullOutcome;
  readonly submission: string | null;
  readonly counts: ReceiptCounts | null;
  /** Why nothing was stored. */
  readonly fault: DomainError | null;
  readonly errors: readonly PullRecordError[];
  readonly errorCount: number;
  /** Null: what was remembered stays. */
  readonly memory: Omit<PullMemory, "etag" | "lastModified"> | null;
}

type Deps = Pick<Services, "store" | "writer" | "clock" | "catalogue">;

/** A source with its answer in the form of the contract. */
interface Answer {
  readonly source: PullSource;
  readonly mapped: MappedAnswer;
}

/** Faults kept with a run. */
const LISTED = 20;

/**
 * Hands an answer in as a submission. All of its rows are sent whenever one of them differs: the receipt then covers what the
 * source said as a whole, and a row that is stored already makes no revision. An answer that was taken before is not sent
 * again; one of which rows were refused is, as soon as fewer would be. Throws `feed-unknown`, `feed-not-accepting`.
 */
export async function submitAnswer(deps: Deps, answer: Answer): Promise<Submitted> {
  const { source, mapped } = answer;
  const { config } = source;
  await requireAccepting(deps, source.feed);
  const { errorCount, records, rowCount } = mapped;
  if (errorCount > 0 && (config.strict || rowCount === 0)) {
    return refused(mapped.errors, errorCount, pullFault("pull-rows-refused", { errors: errorCount, records }));
  }
  if (rowCount === 0) return refused([], 0, pullFault("pull-no-rows", { records }));
  const isSame = mapped.digest === source.lastDigest;
  if (isSame && source.lastRefused === 0) return unchanged(answer);
  const submission = submissionFor(deps, answer);
  if (isSame) {
    const again = await refusedAgain(deps, answer, submission);
    if (again !== null) return again;
  }
  return await submit(deps, answer, submission);
}

/**
 * The key follows from the key before and the rows: the same answer after a crash has the same key, and a source that goes
 * back to an earlier answer has a new one, so that its figures go back too.
 */
function submissionFor({ clock }: Deps, { source, mapped }: Answer): IngestInput {
  const chained = [source.code, source.lastKey ?? "", mapped.digest].join("\n");
  const submission = submissionOf({
    feed: source.feed,
    body: mapped.body,
    idempotencyKey: `pull-${createHash("sha256").update(chained).digest("hex")}`,
    actor: `pull:${source.code}`,
    at: clock.now().toISOString(),
  });
  return { ...submission, handling: source.config.strict ? "strict" : "lenient" };
}

/** The outcome where the rows refused last time would be refused once more; null where it is worth sending them. */
async function refusedAgain({ writer }: Deps, answer: Answer, submission: IngestInput): Promise<Submitted | null> {
  const { source, mapped } = answer;
  const checked = await writer.execute({ name: "ingest-submission", input: { ...submission, dryRun: true } });
  if (checked.kind === "stored") throw new Error("a dry run stored something");
  const { errors, errorCount } = checked.kind === "checked" ? checked.check : checked;
  const rejected = checked.kind === "checked" ? checked.check.counts.rejected : mapped.rowCount;
  if (rejected < source.lastRefused) return null;
  const told = toldOf(answer, errors, errorCount);
  return { ...told, outcome: "partial", submission: null, counts: null, fault: null, memory: rememberedOf(source) };
}

async function submit({ writer }: Deps, answer: Answer, input: IngestInput): Promise<Submitted> {
  const { mapped } = answer;
  const output = await writer.execute({ name: "ingest-submission", input });
  if (output.kind === "checked") throw new Error("a dry run was not asked for");
  if (output.kind === "rows-refused") {
    const { errors, errorCount } = toldOf(answer, output.errors, output.errorCount);
    return refused(errors, errorCount, pullFault("pull-rows-refused", { errors: errorCount, records: mapped.records }));
  }
  const { receipt, ...accepted } = readAccepted(output);
  const told = toldOf(answer, accepted.errors, accepted.errorCount);
  return {
    ...told,
    outcome: told.errorCount === 0 ? "stored" : "partial",
    submission: receipt.id,
    counts: receipt.counts,
    fault: null,
    memory: { lastKey: input.idempotencyKey, lastDigest: mapped.digest, lastRefused: receipt.counts.rejected },
  };
}

/** The source says what it said last time. Faults of its records are told again. */
function unchanged({ source, mapped }: Answer): Submitted {
  const { errors, errorCount } = mapped;
  return {
    outcome: errorCount === 0 ? "unchanged" : "partial",
    submission: null,
    counts: null,
    fault: null,
    errors: errors.slice(0, LISTED),
    errorCount,
    memory: rememberedOf(source),
  };
}

function refused(errors: readonly PullRecordError[], errorCount: number, fault: DomainError): Submitted {
  const nothing = { submission: null, counts: null, memory: null };
  return { ...nothing, outcome: "failed", fault, errors: errors.slice(0, LISTED), errorCount };
}

/** Faults of the records themselves first, then those of the rows made from them. */
function toldOf(
  { source, mapped }: Answer,
  errors: Parameters<typeof asRecordErrors>[0],
  errorCount: number,
): Pick<Submitted, "errors" | "errorCount"> {
  const ofRows = asRecordErrors(errors.slice(0, LISTED), mapped, source.config.rows);
  return { errors: [...mapped.errors, ...ofRows].slice(0, LISTED), errorCount: mapped.errorCount + errorCount };
}

function rememberedOf({ lastKey, lastDigest, lastRefused }: PullSource): Submitted["memory"] {
  return { lastKey, lastDigest, lastRefused };
}
