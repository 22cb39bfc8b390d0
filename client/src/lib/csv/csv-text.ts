import { guardFormula } from "@bochiso/shared/text";

/** A cell of an export: text as it is, nothing as the empty text. */
export type CsvCell = string | null;

/** A number as it is shown or kept, which stays one; anything else is a text. */
const NUMBER = /^[+-]?\d[\d.,]*(?:e[+-]?\d+)?%?$/i;
const NEEDS_QUOTES = /[";\r\n]/;
/** Excel reads UTF-8 only after a byte order mark. */
const BYTE_ORDER_MARK = "\uFEFF";

function cellText(cell: CsvCell): string {
  const text = cell ?? "";
  const safe = NUMBER.test(text) ? text : guardFormula(text);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as a CSV file that a Vietnamese Excel opens without asking: semicolons (the comma is the decimal mark), CRLF,
 * UTF-8 with a byte order mark. Text that a spreadsheet would run is held back by an apostrophe (`guardFormula`).
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return (
    BYTE_ORDER_MARK +
    rows
      .map((row) => row.map(cellText).join(";"))
      .join("\r\n")
      .concat("\r\n")
  );
}
