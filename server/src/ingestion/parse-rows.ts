import type { DecodedBody } from "./decode/decoded-body.ts";
import { parseRow } from "./parse-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ParsedRow } from "./submitted-row.ts";

/** The rows whose fields have the right shape. */
export function parseRows(body: DecodedBody, errors: ErrorCollector): ParsedRow[] {
  const parsed: ParsedRow[] = [];
  for (const [row, { fields }] of body.rows.entries()) {
    const sound = parseRow(fields, row, errors);
    if (sound !== null) parsed.push(sound);
  }
  return parsed;
}
