import { ROWS_PER_STEP } from "../platform/slices.ts";
import type { DecodedBody } from "./decode/decoded-body.ts";
import { parseRow } from "./parse-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ParsedRow } from "./submitted-row.ts";

/** The rows of which something can be read. */
export function* parseSteps(body: DecodedBody, errors: ErrorCollector): Generator<void, ParsedRow[]> {
  const parsed: ParsedRow[] = [];
  for (const [row, decoded] of body.rows.entries()) {
    if (row % ROWS_PER_STEP === 0) yield;
    const { fields, merge = false, fault } = decoded;
    // Read once: what it was decoded from need not be held until the end.
    decoded.fields = null;
    if (fault !== undefined) {
      errors.report({ row, ...fault });
      continue;
    }
    const read = parseRow(fields, row, errors, merge);
    if (read !== null) parsed.push(read);
  }
  return parsed;
}
