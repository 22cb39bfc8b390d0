import type { EntryEffect, EntryRow } from "../entry/index.ts";
import type { ReceiptCounts } from "../submission/receipt.ts";
import type { Text } from "../text/text.ts";
import type { PullConfig } from "./pull-config.ts";

/**
 * What became of a run: `stored` every row is in, `partial` others were left out, `unchanged` the source says what it said
 * last time, `failed` nothing was taken, `interrupted` the server stopped meanwhile.
 */
export type PullOutcome = "stored" | "partial" | "unchanged" | "failed" | "interrupted";

/** A fault in what a source sent: which record (from 1), which line of a table, which field, why. */
export interface PullRecordError {
  readonly record: number;
  readonly line?: number;
  readonly field: string;
  readonly code: string;
  readonly text: Text;
  readonly got?: string;
  readonly expected?: string;
  readonly nearest?: string;
}

/** A run of a source. Instants are ISO, UTC; what is not known yet, or never came about, is null. */
export interface PullRunLine {
  readonly id: string;
  readonly version: number;
  readonly trigger: "schedule" | "person";
  /** `person:<name> (<position>)`, `cli`, or the source itself. */
  readonly actor: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: PullOutcome | null;
  readonly httpStatus: number | null;
  /** Of the answer, out of its compression. */
  readonly bytes: number | null;
  readonly records: number | null;
  /** Rows of the contract made from the records. */
  readonly rows: number | null;
  readonly submission: string | null;
  readonly counts: ReceiptCounts | null;
  readonly fault: { readonly code: string; readonly text: Text } | null;
  /** The first of them. */
  readonly errors: readonly PullRecordError[];
  readonly errorCount: number;
  /** When it is tried again, as it was decided then. */
  readonly nextAt: string | null;
}

/** How a source stands: the words of its status. */
export type PullState = "disabled" | "running" | "asked" | "failing" | "partial" | "in-order" | "never";

/** A source with its last runs, the newest first. */
export interface PullSourceModel {
  readonly code: string;
  readonly feed: string;
  readonly version: number;
  readonly config: PullConfig;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly state: PullState;
  /** In a row. */
  readonly failures: number;
  readonly nextAt: string | null;
  /** When the source last answered as agreed, with something new or not. */
  readonly answeredAt: string | null;
  readonly runs: readonly PullRunLine[];
}

/** `pulls.list`: the sources of a feed. */
export interface PullListModel {
  readonly now: string;
  readonly sources: readonly PullSourceModel[];
}

/** `pulls.preview`: what a run would do now. Nothing is stored, and the log of runs does not grow. */
export interface PullPreview {
  readonly httpStatus: number;
  readonly bytes: number;
  readonly records: number;
  readonly rowCount: number;
  /** Records, or their columns, that the mapping leaves out on purpose. */
  readonly leftOut: number;
  /** The first rows as they would be submitted. */
  readonly rows: readonly EntryRow[];
  readonly errors: readonly PullRecordError[];
  readonly errorCount: number;
  /** Of the rows that are sound; its own faults are among `errors`. Null where no row could be made. */
  readonly effect: EntryEffect | null;
  /** The source is strict, and there are faults: a run would store nothing. */
  readonly wouldRefuse: boolean;
}
