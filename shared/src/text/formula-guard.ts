/**
 * Where a spreadsheet may see the beginning of a formula: at the beginning of a text, and behind what it may take for the end
 * of a cell or line, whatever list separator it is set to (quotes inside a cell do not hold it back). Apostrophes and quotes
 * may stand before the sign; full-width signs count.
 */
const PLACE = /(^|[,;\t\r\n])(?=['"]*[=+\-@＝＋－＠])/g;
const GUARDED = /(^|[,;\t\r\n])'(?=['"]*[=+\-@＝＋－＠])/g;

/**
 * A text as a cell of CSV that no spreadsheet runs: one `'` in each place where it would take what follows for a formula.
 * Numbers are not texts and stay as they are. Source: OWASP, CSV injection. `unguardFormula` gives the text back.
 */
export function guardFormula(text: string): string {
  return text.replace(PLACE, "$1'");
}

/** The text that a guarded cell stands for. */
export function unguardFormula(cell: string): string {
  return cell.includes("'") ? cell.replace(GUARDED, "$1") : cell;
}
