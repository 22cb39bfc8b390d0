import { defineStatement } from "../../statement/index.ts";
import type { ReadTx } from "../../unit-of-work.ts";
import type { SeriesRange } from "../observations/index.ts";

/** What rules read of a cell: its number, and whether anything was told of it (an absence with its reason is). */
export interface StoredNumber {
  readonly seriesId: number;
  readonly ordinal: number;
  readonly value: number | null;
  readonly retracted: number;
}

const numbersInRange = defineStatement<StoredNumber>()(
  "numbers_in_range",
  { seriesId: "bigint", from: "int", to: "int" },
  `SELECT o.series_id AS "seriesId", o.ordinal AS "ordinal", o.value AS "value", o.retracted AS "retracted"
   FROM {rows} JOIN observation o ON o.series_id = v."seriesId" AND o.ordinal BETWEEN v."from" AND v."to"`,
);

/** The current numbers within the ranges, in no order: four columns instead of a whole observation. */
export async function readNumbers(tx: ReadTx, ranges: readonly SeriesRange[]): Promise<StoredNumber[]> {
  return ranges.length === 0 ? [] : await tx.statements.all(numbersInRange, ranges);
}

/** When a cell was first received: what waited for sign-off came when it was sent, not when it was approved. */
export interface FirstReceipt {
  readonly seriesId: number;
  readonly ordinal: number;
  /** ISO instant. */
  readonly recordedAt: string;
}

const firstReceipts = defineStatement<FirstReceipt>()(
  "first_receipts",
  { seriesId: "bigint", from: "int", to: "int" },
  `SELECT o.series_id AS "seriesId", o.ordinal AS "ordinal", c.recorded_at AS "recordedAt"
   FROM {rows} JOIN observation o ON o.series_id = v."seriesId" AND o.ordinal BETWEEN v."from" AND v."to"
   LEFT JOIN observation_revision r ON r.series_id = o.series_id AND r.ordinal = o.ordinal AND r.revision = 1
   LEFT JOIN submission_hold h ON h.decision_seq = coalesce(r.commit_seq, o.commit_seq)
   JOIN commit_log c ON c.seq = coalesce(h.held_seq, r.commit_seq, o.commit_seq)`,
);

/** When the cells within the ranges were first received, whatever became of them since; in no order. */
export async function readFirstReceipts(tx: ReadTx, ranges: readonly SeriesRange[]): Promise<FirstReceipt[]> {
  return ranges.length === 0 ? [] : await tx.statements.all(firstReceipts, ranges);
}
