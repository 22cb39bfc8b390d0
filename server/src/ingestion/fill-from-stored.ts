import type { Observation } from "@bochiso/db/repositories/observations";
import { MISSING_STATUS_REASON, ObservationStatus } from "@bochiso/shared/observation";
import { readExactDecimal } from "./exact-decimal.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import { ANY_NUMBER } from "./rules/number-hint.ts";
import type { ResolvedRow } from "./submitted-row.ts";

/**
 * A row of a merge with what it leaves out as it is stored. Null, with the fault reported, where that gives no observation:
 * no value is stored either, or value and status do not go together.
 */
export function fillFromStored(
  row: ResolvedRow,
  stored: Observation | null,
  errors: ErrorCollector,
): ResolvedRow | null {
  const current = stored === null || stored.retracted === 1 ? null : stored;
  const filled = current === null ? row : { ...row, ...kept(row, current) };
  // With both of them in the row itself they were held against each other before.
  if (!row.keeps.has("value") && !row.keeps.has("status")) return filled;
  const isMissing = filled.status in MISSING_STATUS_REASON;
  const isSound = isMissing === (filled.value === null);
  if (isSound || row.unread.has("value") || row.unread.has("status")) return filled;
  const expected = isMissing ? "null" : ANY_NUMBER;
  errors.report({ row: row.row, code: "value-missing", field: "value", got: row.value?.sent ?? "null", expected });
  return null;
}

function kept({ keeps }: ResolvedRow, current: Observation): Partial<ResolvedRow> {
  const { valueText, windowStart, windowEnd, baseYear } = current;
  const exact = valueText === null ? null : readExactDecimal(valueText);
  const status = ObservationStatus.safeParse(current.status).data;
  return {
    ...(keeps.has("value") ? { value: typeof exact === "object" ? exact : null } : {}),
    ...(keeps.has("status") && status !== undefined ? { status } : {}),
    ...(keeps.has("window") && windowStart !== null && windowEnd !== null
      ? { window: { start: windowStart, end: windowEnd } }
      : {}),
    ...(keeps.has("baseYear") ? { baseYear } : {}),
  };
}
