/** What a spreadsheet takes for the beginning of a formula, perhaps behind guards that were put before it. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/**
 * A text as a cell of CSV that a spreadsheet does not run: one `'` before what it would take for a formula. Numbers are
 * not texts and stay as they are. Source: OWASP, CSV injection. `unguardFormula` gives the text back.
 */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that a guarded cell stands for. */
export function unguardFormula(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && GUARDED.test(cell) ? cell.slice(1) : cell;
}

const APOSTROPHE = 39;
