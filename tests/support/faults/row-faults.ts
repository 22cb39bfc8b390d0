import type { RowErrorCode } from "@bochiso/shared/submission";
import type { FaultFeed } from "./fault-world.ts";

/** One row as a feed sends it. */
export type BadRow = Readonly<Record<string, unknown>>;

/** A fault put into a sound row, and what must be said about it. */
export interface RowFault {
  readonly code: RowErrorCode;
  /** Where, after the row; null where the whole row is meant. */
  readonly field: string | null;
  readonly change: BadRow;
  /** Sent for this feed instead of customs, beginning with this row. */
  readonly base?: { readonly feed: FaultFeed; readonly row: BadRow };
  /** A column of CSV can say it as well. */
  readonly inCsv?: boolean;
}

/** A cell with a final value, sent before anything else. */
export const FINAL_CELL = { indicator: "trade.import.value", area: "VN", period: "2024-05" } as const;
export const FINAL_ROW: BadRow = { ...FINAL_CELL, value: "77.5", status: "A" };

const inCsv = true;
const HANOI = {
  feed: "prov.01",
  row: { indicator: "cct.met", area: "01", period: "2025-09", value: "3", status: "E" },
} as const;
const DISASTER = {
  feed: "mae",
  row: { indicator: "dis.deaths", area: "VN", period: "2025-03-01", value: "1", status: "E" },
} as const;

/** Every row code that a batch alone or one stored value can produce. */
export const ROW_FAULTS: readonly RowFault[] = [
  { code: "field-unknown", field: "vaule", change: { vaule: 1 } },
  { code: "field-unknown", field: "note", change: { note: 7 } },
  { code: "field-missing", field: "area", change: { area: undefined } },
  { code: "field-missing", field: "period", change: { period: undefined } },
  { code: "indicator-unknown", field: "indicator", change: { indicator: "trade.exports" }, inCsv },
  { code: "indicator-derived", field: "indicator", change: { indicator: "trade.balance" }, inCsv },
  { code: "indicator-not-in-feed", field: "indicator", change: { indicator: "tour.intl" }, inCsv },
  { code: "area-unknown", field: "area", change: { area: "vn63:00" }, inCsv },
  { code: "area-not-valid-at-period", field: "area", change: { area: "vn63:27", period: "2025-07" }, inCsv },
  { code: "area-not-in-feed", field: "area", change: { area: "04" }, base: HANOI },
  { code: "period-malformed", field: "period", change: { period: "2024-13" }, inCsv },
  { code: "period-malformed", field: "period", change: { period: 202403 } },
  { code: "period-type-mismatch", field: "period", change: { period: "2024-Q1" }, inCsv },
  { code: "period-in-future", field: "period", change: { area: "VN", period: "2199-01" }, inCsv },
  { code: "dimension-unknown", field: "breakdown/owner", change: { breakdown: { owner: "FDI" } } },
  { code: "dimension-missing", field: "breakdown/event", change: {}, base: DISASTER },
  { code: "code-unknown", field: "breakdown/ownership", change: { breakdown: { ownership: "FDII" } } },
  { code: "scenario-not-allowed", field: "scenario", change: { scenario: "actuals" }, inCsv },
  { code: "value-not-a-number", field: "value", change: { value: "ba" }, inCsv },
  { code: "value-not-a-number", field: "value", change: { value: "1.234.567" }, inCsv },
  { code: "value-missing", field: "value", change: { value: null } },
  { code: "value-missing", field: "value", change: { status: "M" }, inCsv },
  { code: "value-out-of-range", field: "value", change: { value: "-0.5" }, inCsv },
  { code: "value-precision", field: "value", change: { value: "9".repeat(39) }, inCsv },
  { code: "value-precision", field: "value", change: { value: "Infinity" }, inCsv },
  { code: "status-unknown", field: "status", change: { status: "X" }, inCsv },
  { code: "status-regression", field: "status", change: { ...FINAL_CELL, status: "P" }, inCsv },
  { code: "note-required", field: "note", change: { ...FINAL_CELL, status: "A", note: undefined } },
  {
    code: "note-required",
    field: "note",
    change: { ...FINAL_CELL, value: undefined, status: undefined, note: undefined, retract: true },
  },
  {
    code: "nothing-to-retract",
    field: "retract",
    change: { value: undefined, status: undefined, retract: true, note: "gửi nhầm", period: "2010-01" },
  },
  { code: "state-secret-refused", field: "classification", change: { classification: "mật" } },
];
