import type { Approval } from "../feed/approval.ts";
import type { Display, NaturalLimits } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { QualitySeverity } from "../quality/quality-rule.ts";
import type { PeriodLabel } from "../screen/card.ts";
import type { Receipt, ReceiptCounts } from "../submission/receipt.ts";
import type { RowError } from "../submission/row-error.ts";
import type { Text } from "../text/text.ts";
import type { SubmissionWarning } from "../wire/submission-warning.ts";
import type { ColumnQuestion } from "./column-mapping.ts";
import type { EntryRow } from "./entry-inputs.ts";
import type { FigureChange } from "./figure-change.ts";
import type { EntryUnit } from "./read-entered.ts";

/** A stored figure beside a cell; `value` as exact decimal text, null where it is absent for the reason of its status. */
export interface EntryFigure {
  readonly value: string | null;
  readonly status: string | null;
  readonly note: string | null;
}

/** Why a cell takes nothing: its period is closed. */
export interface EntryLock {
  readonly reason: string;
  /** Name and position as stated. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** A value that is expected of a feed in a period. */
export interface EntryCell {
  /** `indicator|area|breakdown`. */
  readonly key: string;
  readonly indicator: string;
  readonly indicatorName: Text;
  readonly area: string;
  readonly areaName: Text;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly breakdownLabel: Text | null;
  readonly unit: EntryUnit;
  /** Values outside are impossible and refused. */
  readonly limits: NaturalLimits;
  /** Things that are counted one by one: a fraction of one may be a slip. */
  readonly isCount: boolean;
  /** ISO instant; null without a due rule. */
  readonly dueAt: string | null;
  /** `new`: the feed never sent it. */
  readonly state: "received" | "missing" | "not-yet-due" | "new";
  readonly current: EntryFigure | null;
  readonly previous: EntryFigure | null;
  readonly yearAgo: EntryFigure | null;
  /** Null: it can be entered. */
  readonly lock: EntryLock | null;
}

/** A period that can be chosen. */
export interface EntryPeriod extends PeriodLabel {
  /** Indicators of which something is missing after it was due. */
  readonly missing: number;
}

/** `entry.grid`: what a feed has to deliver in a period, with what is stored beside it. */
export interface EntryGridModel {
  readonly feed: string;
  readonly feedName: Text;
  readonly agencyName: Text;
  readonly simulated: boolean;
  /** False where the feed is stopped or barred: nothing can be saved. */
  readonly accepts: boolean;
  readonly needsSignOff: boolean;
  readonly period: PeriodLabel;
  readonly previous: PeriodLabel | null;
  readonly yearAgo: PeriodLabel | null;
  /** Periods that can be chosen, newest first, per type that the feed has, the shortest first. */
  readonly choices: readonly { readonly type: PeriodType; readonly periods: readonly EntryPeriod[] }[];
  /** What was sent before and is missing comes first; at most `MOST_GRID_CELLS`. */
  readonly cells: readonly EntryCell[];
  readonly cellCount: number;
}

/** What a row would do to its cell. */
export type EntryOutcome = "created" | "revised" | "unchanged" | "retracted" | "rejected";

/** A computed cell that would change. */
export interface DerivedEffect {
  readonly indicator: string;
  readonly indicatorName: Text;
  readonly areaName: Text;
  readonly breakdownLabel: Text | null;
  readonly period: PeriodLabel;
  readonly display: Display;
  /** Null where nothing was computed before. */
  readonly before: Value | null;
  readonly after: Value;
}

/** A quality flag that would be raised or come back. */
export interface FlagEffect {
  readonly rule: string;
  readonly severity: QualitySeverity;
  readonly indicator: string;
  readonly indicatorName: Text;
  readonly area: string;
  readonly areaName: Text;
  readonly period: PeriodLabel;
  readonly text: Text;
}

/** A row that would be stored, held against what stands there; figures as exact decimal text in the unit of the definition. */
export interface RowChange {
  /** Its place among the rows that were asked about. */
  readonly row: number;
  readonly indicatorName: Text;
  readonly areaName: Text;
  readonly breakdownLabel: Text | null;
  readonly period: PeriodLabel;
  readonly unit: Text;
  /** Null: absent, or taken back. */
  readonly value: string | null;
  /** As it is sent; null: none is named, so that a new figure is official. */
  readonly status: string | null;
  /** What its cell holds now; null: nothing. */
  readonly stored: string | null;
  /** Of a cell that holds nothing, what the period before holds. */
  readonly previous: string | null;
  /** From what is stored, else from the period before; null where nothing can be compared. */
  readonly change: FigureChange | null;
}

/** What a faulty row is about, as people call it; null where it names nothing that is known. */
export interface RowName {
  readonly row: number;
  readonly indicator: Text | null;
  readonly area: Text | null;
  readonly period: Text | null;
}

/** `entry.check`: what saving would do. */
export interface EntryEffect {
  readonly counts: ReceiptCounts;
  /** Of each row, in their order. */
  readonly outcomes: readonly EntryOutcome[];
  /** The first 200 that would be stored, those with a large step before the others. */
  readonly changes: readonly RowChange[];
  readonly derivedCount: number;
  /** The first 100. */
  readonly derived: readonly DerivedEffect[];
  /** The first 100. */
  readonly flags: readonly FlagEffect[];
  readonly flagCount: number;
  readonly errors: readonly RowError[];
  readonly errorCount: number;
  /** The rows of `errors`, each once. */
  readonly faulty: readonly RowName[];
}

/** `entry.save`: the receipt, or why nothing was stored. */
export type EntrySaved =
  | {
      readonly kind: "stored";
      readonly receipt: Receipt;
      /** The same entry was stored before; this is its receipt. */
      readonly replayed: boolean;
      /** Null where the values count at once. */
      readonly approval: Approval["state"] | null;
      readonly errors: readonly RowError[];
      readonly errorCount: number;
      /** What should be looked at although it was stored. */
      readonly warnings: readonly SubmissionWarning[];
    }
  | { readonly kind: "refused"; readonly errors: readonly RowError[]; readonly errorCount: number };

/** Something about a file that the person should know: where, what it is, what to do. */
export interface FileFinding {
  /** `error`: what stands there is not read. `warning`: read, yet look at it. `info`: passed over, or how it was read. */
  readonly severity: "error" | "warning" | "info";
  readonly code: FileFindingCode;
  /** Such as `Biểu 1!E7`; null for the file as a whole. */
  readonly place: string | null;
  readonly text: Text;
  readonly advice: Text;
}

export type FileFindingCode =
  | "no-table"
  | "sheet-skipped"
  | "sheet-hidden"
  | "sheet-not-chosen"
  | "line-without-value"
  | "columns-ignored"
  | "header-merged"
  | "value-merged"
  | "unit-differs"
  | "footnote"
  | "formula"
  | "formula-without-result"
  | "error-cell"
  | "date-as-value"
  | "date-as-period"
  | "percent-cell"
  | "percent-elsewhere"
  | "boolean-cell"
  | "number-ambiguous"
  | "number-malformed"
  | "decimal-mark"
  | "hidden-rows"
  | "names-read"
  | "status-in-note"
  | "filled-down"
  | "area-padded"
  | "template-feed"
  | "template-period"
  | "template-version"
  | "template-empty"
  | "template-changed";

/** Numbers of two meanings in a file, such as `1.234`, which nothing in their column decides: it is asked once for all of them. */
export interface MarkQuestion {
  readonly mark: "." | ",";
  /** How many cells are concerned. */
  readonly count: number;
  /** One of them as it stands there, and its two readings as exact decimal text. */
  readonly example: string;
  readonly whole: string;
  readonly decimal: string;
}

/** A row of a file with the unit that stands there for it, as it is written, and the one its figure is taken in. */
export interface OtherUnit {
  readonly row: number;
  readonly written: string;
  readonly unit: Text;
}

/** `entry.readFile`: the values of a file in the form of the contract, and everything noticed on the way. */
export interface FileReading {
  readonly name: string;
  readonly format: "csv" | "xlsx";
  /** `own`: read as the person said. */
  readonly layout: "long" | "template" | "own" | null;
  /** Feed, period and version that a template names. */
  readonly template: { readonly feed: string; readonly period: string; readonly version: string } | null;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly read: number }[];
  readonly rows: readonly EntryRow[];
  /** Where the value of each row stands, such as `E7`, with the sheet where there are several. */
  readonly places: readonly string[];
  /** Rows beside which the file names another unit than that of their indicator; figures are never converted. */
  readonly otherUnits: readonly OtherUnit[];
  /** The first 300, errors first. */
  readonly findings: readonly FileFinding[];
  readonly findingCount: number;
  /** How many of the findings are errors: cells that are not among the rows. */
  readonly errorCount: number;
  /** Null: every number has one meaning, or it was said. */
  readonly markQuestion: MarkQuestion | null;
  /** Null: the headings are understood, or there is no table. */
  readonly columnQuestion: ColumnQuestion | null;
}

/** `entry.template`. */
export interface EntryTemplate {
  readonly fileName: string;
  /** Base64. */
  readonly content: string;
}

/** Cells that a grid shows at most; a feed with more sends files. */
export const MOST_GRID_CELLS = 3_000;
