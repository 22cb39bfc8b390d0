import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { MISSING_STATUS_REASON } from "@bochiso/shared/observation";
import type { ResolvedRow } from "../submitted-row.ts";
import type { ErrorCollector } from "./error-collector.ts";

/** Rules that need the row and its definition alone. Natural limits only: other rules of quality store and flag. */
export function checkRow(row: ResolvedRow, definition: IndicatorDefinition, errors: ErrorCollector): void {
  if (row.retract) {
    if (row.note === null) errors.report({ row: row.row, code: "note-required", field: "note" });
    return;
  }
  const missing = row.status in MISSING_STATUS_REASON;
  if (missing !== (row.value === null)) {
    errors.report({
      row: row.row,
      code: "value-missing",
      field: "value",
      got: row.value?.sent ?? "null",
      expected: missing ? "null" : "a number",
    });
  }
  if (row.value !== null) checkLimits(row, row.value.double, definition, errors);
}

function checkLimits(row: ResolvedRow, value: number, definition: IndicatorDefinition, errors: ErrorCollector): void {
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
