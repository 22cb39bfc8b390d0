import type { DecodedBody } from "./decode/decoded-body.ts";
import { parseRow } from "./parse-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ParsedRow } from "./submitted-row.ts";

/** The rows of which something can be read. */
export function parseRows(body: DecodedBody, errors: ErrorCollector): ParsedRow[] {
  const parsed: ParsedRow[] = [];
  for (const [row, { fields, merge = false, fault }] of body.rows.entries()) {
    if (fault !== undefined) {
      errors.report({ row, ...fault });
      continue;
    }
    const read = parseRow(fields, row, errors, merge);
    if (read !== null) parsed.push(read);
  }
  return parsed;
}
