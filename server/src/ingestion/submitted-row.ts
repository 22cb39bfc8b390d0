import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { SeriesAddress } from "@bochiso/shared/formula";
import type { ObservationStatus, Scenario } from "@bochiso/shared/observation";
import type { Period, PeriodId, PeriodType } from "@bochiso/shared/period";
import type { ExactDecimal } from "./exact-decimal.ts";

/** A field of a row that a merge may leave as it is stored. */
export type KeptField = "value" | "status" | "window" | "baseYear";

/** A row as read; its codes may still be unknown. Defaults are filled in, also for what could not be read. */
export interface ParsedRow {
  row: number;
  /** Fields that could not be read, each reported; a dimension as `breakdown/<id>`. No rule looks at what stands for them. */
  unread: ReadonlySet<string>;
  /** Fields that were left out and stay as they are stored; empty unless the format merges. */
  keeps: ReadonlySet<KeptField>;
  indicator: string;
  area: string;
  period: string;
  breakdown: Readonly<Record<string, string>>;
  scenario: Scenario;
  status: ObservationStatus;
  /** Null: missing (status M, O, L) or a retraction. */
  value: ExactDecimal | null;
  note: string | null;
  retract: boolean;
  window: { start: string; end: string } | null;
  baseYear: number | null;
  /** The unit the sender means; null where none is said. */
  unit: string | null;
}

/** The series that rows write to. Rows of one series in one submission have one object, so that it stands for the series in maps. */
export interface RowSeries extends SeriesAddress {
  readonly periodType: PeriodType;
}

/** A row whose codes are resolved: it names one cell that its feed may write to. */
export interface ResolvedRow extends ParsedRow {
  series: RowSeries;
  periodId: PeriodId;
  at: Period;
  breakdownKey: BreakdownKey;
}
