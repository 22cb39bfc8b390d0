import { ROWS_PER_STEP } from "../platform/slices.ts";
import type { ReferenceData } from "./reference.ts";
import { checkDuplicates } from "./rules/check-duplicates.ts";
import { checkRow } from "./rules/check-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ParsedRow, ResolvedRow } from "./submitted-row.ts";

interface Checked {
  /** Every row, as read. */
  parsed: readonly ParsedRow[];
  /** Those that name a cell. */
  resolved: readonly ResolvedRow[];
  catalogue: ReferenceData;
  errors: ErrorCollector;
}

/**
 * Applies every rule that does not need stored values. Rows are looked at for their own faults whatever else is wrong with
 * them; a row that is refused already says nothing about a cell, so it is no duplicate of another.
 */
export function* checkSteps(input: Checked): Generator<void, void> {
  const { parsed, resolved, catalogue, errors } = input;
  yield* checkDuplicates(resolved, errors);
  for (const [at, row] of parsed.entries()) {
    if (at % ROWS_PER_STEP === 0) yield;
    checkRow(row, catalogue.definitions.get(row.indicator), errors);
  }
}
