import type { DecodedRow, DecodedRowFault } from "./decoded-body.ts";

/** One to three digits, a point, three digits: a decimal to a program, a grouped thousand in a Vietnamese spreadsheet. */
const EITHER = /^([+-]?[1-9]\d{0,2})\.(\d{3})$/;
const DECIMAL_POINT = /^[+-]?\d*\.\d+(?:[eE][+-]?\d+)?$/;
const DECIMAL_COMMA = /,/;

/** What points mean in the values of a table with `;`, where both a decimal comma and a decimal point are taken. */
export class AmbiguousPoints {
  readonly #rows: { readonly at: number; readonly text: string }[] = [];
  #pointIsDecimal = false;
  #commaIsDecimal = false;

  /** Takes note of the value of a row as it was written. */
  see(at: number, text: string): void {
    if (EITHER.test(text)) this.#rows.push({ at, text });
    else if (DECIMAL_POINT.test(text)) this.#pointIsDecimal = true;
    else if (DECIMAL_COMMA.test(text)) this.#commaIsDecimal = true;
  }

  /** Faults the rows that can be read in two ways, unless other values of the table leave no doubt. */
  fault(rows: DecodedRow[]): void {
    if (this.#pointIsDecimal && !this.#commaIsDecimal) return;
    for (const { at, text } of this.#rows) {
      const row = rows[at];
      if (row !== undefined && row.fault === undefined) rows[at] = { ...row, fault: twoWays(text) };
    }
  }
}

function twoWays(text: string): DecodedRowFault {
  const [whole, decimal] = [text.replace(EITHER, "$1$2"), text.replace(EITHER, "$1,$2")];
  return {
    code: "value-not-a-number",
    field: "value",
    got: text,
    expected: `${whole}; ${decimal}`,
    reason: {
      vi: `"${text}" trong bảng dùng dấu ; đọc được hai cách: ghi ${whole} nếu dấu chấm ngăn hàng nghìn, ${decimal} nếu là dấu thập phân.`,
      en: `"${text}" can be read in two ways in a table with ;: write ${whole} if the point separates thousands, ${decimal} if it is a decimal point.`,
    },
  };
}
