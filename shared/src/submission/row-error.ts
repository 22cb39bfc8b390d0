import { z } from "zod";

/** The closed list of row error codes of push-api.md. */
export const ROW_ERROR_CODES = [
  "field-unknown",
  "field-missing",
  "indicator-unknown",
  "indicator-not-in-force",
  "indicator-derived",
  "indicator-not-in-feed",
  "area-unknown",
  "area-not-valid-at-period",
  "area-not-in-feed",
  "period-malformed",
  "period-type-mismatch",
  "period-in-future",
  "period-locked",
  "dimension-unknown",
  "dimension-missing",
  "code-unknown",
  "scenario-not-allowed",
  "value-not-a-number",
  "value-missing",
  "value-out-of-range",
  "value-precision",
  "status-unknown",
  "status-regression",
  "note-required",
  "duplicate-in-batch",
  "nothing-to-retract",
  "state-secret-refused",
] as const;
export const RowErrorCode = z.enum(ROW_ERROR_CODES);
export type RowErrorCode = z.infer<typeof RowErrorCode>;

/** One fault of one row: where (JSON pointer), which rule, why in both languages, and the nearest known name. */
export const RowError = z.object({
  pointer: z.string(),
  row: z.number().int().nonnegative(),
  line: z.number().int().positive().optional(),
  code: RowErrorCode,
  detail: z.string(),
  detailVi: z.string(),
  got: z.string().optional(),
  expected: z.string().optional(),
  nearest: z.string().optional(),
});
export type RowError = z.infer<typeof RowError>;
