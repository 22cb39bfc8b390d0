import { runSteps } from "@bochiso/shared/graph";
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

/** The rules below without a pause. */
export function checkRows(input: Checked): void {
  runSteps(checkSteps(input));
}

/**
 * Applies every rule that does not need stored values. Rows are looked at for their own faults whatever else is wrong with
 * them; a row that is refused already says nothing about a cell, so it is no duplicate of another.
 */
export function* checkSteps(input: Checked): Generator<void, void> {
  const { parsed, resolved, catalogue, errors } = input;
  checkDuplicates(
    resolved.filter((row) => !errors.isFaulty(row.row)),
    errors,
  );
  for (const row of parsed) {
    yield;
    checkRow(row, catalogue.definitions.get(row.indicator), errors);
  }
}
