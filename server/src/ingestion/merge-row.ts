import type { Observation } from "@bochiso/db/repositories/observations";
import { MISSING_STATUS_REASON, STATUS_RANK } from "@bochiso/shared/observation";
import type { Text } from "@bochiso/shared/text";
import type { BookedCell } from "../compute/cell-book.ts";
import { readExactDecimal } from "./exact-decimal.ts";
import type { WrittenContent } from "./resolve-targets.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ResolvedRow } from "./submitted-row.ts";

/** What became of a row that was accepted. */
export type AcceptedOutcome = "created" | "revised" | "unchanged" | "retracted";

/** The content a row puts into its cell; without the cell itself. */
export type CellContent = WrittenContent & BookedCell["content"];

/** The outcome of a row, with the content to append where the cell changes; null where a rule refuses it. */
export interface MergedRow {
  outcome: AcceptedOutcome;
  content: CellContent | null;
}

const CHANGES_FINAL: Text = {
  vi: "Số đang lưu có trạng thái A (chính thức): sửa phải nêu lý do (note). Dòng không ghi trạng thái (status) được hiểu là A.",
  en: "The stored value has the status A (final): changing it needs its reason (note). A row without a status means A.",
};

/**
 * Decides what a row does to the value stored in its cell, and applies the rules that need that value: the natural order
 * of statuses, the reason for changing a final value, and that there is something to retract. Fields that could not be read
 * are in no rule.
 */
export function mergeRow(row: ResolvedRow, current: Observation | null, errors: ErrorCollector): MergedRow | null {
  if (row.unread.has("retract")) return null;
  if (row.retract) return mergeRetraction(row, current, errors);
  if (current === null) return { outcome: "created", content: contentOf(row, 0) };
  if (current.retracted === 1) return { outcome: "revised", content: contentOf(row, current.revision) };
  const sameFigure = current.status === row.status && sameValue(row, current);
  if (sameFigure && sameOrAbsent(row.note, current.note) && sameCircumstances(row, current)) {
    return { outcome: "unchanged", content: null };
  }
  const had = current.status === null ? undefined : STATUS_RANK[current.status];
  const has = STATUS_RANK[row.status];
  if (had !== undefined && has !== undefined && has < had && !row.unread.has("status")) {
    errors.report({
      row: row.row,
      code: "status-regression",
      field: "status",
      got: row.status,
      expected: current.status ?? "",
    });
    return null;
  }
  const isSaid = !row.unread.has("value") && !row.unread.has("note");
  if (current.status === "A" && row.note === null && isSaid) {
    errors.report({ row: row.row, code: "note-required", field: "note", reason: CHANGES_FINAL });
    return null;
  }
  return { outcome: "revised", content: contentOf(row, current.revision) };
}

function mergeRetraction(row: ResolvedRow, current: Observation | null, errors: ErrorCollector): MergedRow | null {
  if (current === null || current.retracted === 1) {
    errors.report({ row: row.row, code: "nothing-to-retract", field: "retract" });
    return null;
  }
  const previousRevision = current.revision;
  return {
    outcome: "retracted",
    content: {
      previousRevision,
      value: null,
      status: null,
      missingReason: "retracted",
      errorCode: null,
      retracted: 1,
      note: row.note,
    },
  };
}

function contentOf(row: ResolvedRow, previousRevision: number): CellContent {
  const missingReason = missingReasonOf(row.status);
  return {
    previousRevision,
    value: row.value?.double ?? null,
    valueText: row.value?.sent ?? null,
    status: row.status,
    missingReason: row.value === null ? missingReason : null,
    errorCode: null,
    retracted: 0,
    note: row.note,
    windowStart: row.window?.start ?? null,
    windowEnd: row.window?.end ?? null,
    baseYear: row.baseYear,
  };
}

function missingReasonOf(status: ResolvedRow["status"]) {
  return status === "M" || status === "O" || status === "L" ? MISSING_STATUS_REASON[status] : null;
}

/** Equal as numbers: 42150.3 and 42150.30 are one value, kept as first sent. */
function sameValue(row: ResolvedRow, current: Observation): boolean {
  if (row.value === null || current.valueText === null) return row.value === null && current.valueText === null;
  if (row.value.sent === current.valueText) return true;
  const stored = readExactDecimal(current.valueText);
  return typeof stored === "object" && stored.canonical === row.value.canonical;
}

/** A resend that leaves the note out says nothing against the stored one. */
function sameOrAbsent<T>(sent: T | null, stored: T | null): boolean {
  return sent === null || sent === stored;
}

function sameCircumstances(row: ResolvedRow, current: Observation): boolean {
  return (
    sameOrAbsent(row.baseYear, current.baseYear) &&
    sameOrAbsent(row.window?.start ?? null, current.windowStart) &&
    sameOrAbsent(row.window?.end ?? null, current.windowEnd)
  );
}
