import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { MISSING_STATUS_REASON } from "@bochiso/shared/observation";
import type { ParsedRow } from "../submitted-row.ts";
import type { ErrorCollector } from "./error-collector.ts";
import { ANY_NUMBER } from "./number-hint.ts";

/**
 * Rules that need the row and its definition alone; where the indicator is unknown, the row alone. Natural limits only:
 * other rules of quality store and flag.
 */
export function checkRow(row: ParsedRow, definition: IndicatorDefinition | undefined, errors: ErrorCollector): void {
  if (row.unread.has("retract")) return;
  if (row.retract) {
    if (row.note === null && !row.unread.has("note"))
      errors.report({ row: row.row, code: "note-required", field: "note" });
    return;
  }
  if (row.value !== null && definition !== undefined) checkLimits(row, row.value.double, definition, errors);
  // Whether value and status go together is seen when what is stored has been filled in.
  if (row.keeps.has("value") || row.keeps.has("status")) return;
  const missing = row.status in MISSING_STATUS_REASON;
  if (missing !== (row.value === null) && !row.unread.has("value") && !row.unread.has("status")) {
    errors.report({
      row: row.row,
      code: "value-missing",
      field: "value",
      got: row.value?.sent ?? "null",
      expected: missing ? "null" : ANY_NUMBER,
    });
  }
}

function checkLimits(row: ParsedRow, value: number, definition: IndicatorDefinition, errors: ErrorCollector): void {
  const { min, max, minExclusive } = definition.limits;
  const tooLow = min !== null && (minExclusive ? value <= min : value < min);
  const tooHigh = max !== null && value > max;
  if (!tooLow && !tooHigh) return;
  const lower = min === null ? "" : `${minExclusive ? ">" : "≥"} ${min}`;
  const upper = max === null ? "" : `≤ ${max}`;
  errors.report({
    row: row.row,
    code: "value-out-of-range",
    field: "value",
    got: row.value?.sent ?? "",
    expected: [lower, upper].filter((bound) => bound !== "").join(", "),
  });
}
