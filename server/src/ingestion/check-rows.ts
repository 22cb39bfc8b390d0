import type { ReferenceData } from "./reference.ts";
import { checkDuplicates } from "./rules/check-duplicates.ts";
import { checkRow } from "./rules/check-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ResolvedRow } from "./submitted-row.ts";

/** The rows that pass every rule that does not need stored values. */
export function checkRows(input: {
  rows: readonly ResolvedRow[];
  catalogue: ReferenceData;
  errors: ErrorCollector;
}): ResolvedRow[] {
  const { rows, catalogue, errors } = input;
  checkDuplicates(rows, errors);
  for (const row of rows) {
    const definition = catalogue.definitions.get(row.indicator);
    if (definition !== undefined) checkRow(row, definition, errors);
  }
  return rows.filter((row) => !errors.isFaulty(row.row));
}
