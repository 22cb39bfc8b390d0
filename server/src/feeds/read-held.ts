import { type HeldSubmission, heldRows, heldSubmission } from "@bochiso/db/repositories/feeds";
import { type SubmissionRecord, submissionById } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import { feedUnknown } from "../auth/create-key.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { checkSteps } from "../ingestion/check-rows.ts";
import { readExactDecimal } from "../ingestion/exact-decimal.ts";
import { resolveSteps } from "../ingestion/resolve-rows.ts";
import { ErrorCollector } from "../ingestion/rules/error-collector.ts";
import type { ParsedRow, ResolvedRow } from "../ingestion/submitted-row.ts";
import { inSlices, ROWS_PER_STEP, type Slices, UNDIVIDED } from "../platform/slices.ts";
import { type HeldRow, readHeldRow } from "./held-row.ts";

/** A held submission with its rows. */
export interface HeldContent {
  readonly hold: HeldSubmission;
  readonly record: SubmissionRecord;
  readonly rows: readonly HeldRow[];
}

/** Held rows as any other rows before the write: resolved and checked by the rules in force now. */
export interface PreparedHeld {
  readonly rows: readonly ResolvedRow[];
  /** By their number in the submission. */
  readonly held: ReadonlyMap<number, HeldRow>;
  readonly errors: ErrorCollector;
}

/** Null where there is none. */
export async function readHeld(
  tx: ReadTx,
  submission: string,
  slices: Slices = UNDIVIDED,
): Promise<HeldContent | null> {
  const hold = await heldSubmission(tx, submission);
  const record = hold === null ? null : await submissionById(tx, submission);
  if (hold === null || record === null) return null;
  const rows = await inSlices(rowSteps(await heldRows(tx, submission)), slices);
  return { hold, record, rows };
}

function* rowSteps(texts: readonly string[]): Generator<void, HeldRow[]> {
  const rows: HeldRow[] = [];
  for (const [at, text] of texts.entries()) {
    if (at % ROWS_PER_STEP === 0) yield;
    rows.push(readHeldRow(text));
  }
  return rows;
}

/** Ownership and the future are judged by the moment of receiving, everything else by what is in force. */
export function* prepareHeld(catalogue: Catalogue, { record, rows }: HeldContent): Generator<void, PreparedHeld> {
  const feed = catalogue.feeds.get(record.feed);
  if (feed === undefined) throw feedUnknown(record.feed);
  const errors = new ErrorCollector({ rows: [], pointers: POINTERS });
  const parsed = rows.map(parsedOf);
  const resolved = yield* resolveSteps({ rows: parsed, catalogue, feed, now: Date.parse(record.receivedAt), errors });
  yield* checkSteps({ parsed, resolved, catalogue, errors });
  return { rows: resolved, held: new Map(rows.map((row) => [row.row, row])), errors };
}

const POINTERS = {
  field: (row: number, field: string): string => `/observations/${row}${field === "" ? "" : `/${field}`}`,
  dimension: (row: number, dimension: string): string => `/observations/${row}/breakdown/${dimension}`,
};
const NOTHING: ReadonlySet<never> = new Set();

function parsedOf(row: HeldRow): ParsedRow {
  const { kept: _kept, ...held } = row;
  const value = held.value === null ? null : readExactDecimal(held.value);
  if (typeof value === "string") throw new Error(`A held value cannot be read: ${value}`);
  return { ...held, value, unit: null, unread: NOTHING, keeps: NOTHING };
}
