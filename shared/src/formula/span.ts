/** A place in a formula's text: UTF-16 offsets [start, end), and the 1-based line and column of `start`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** The span from the start of one to the end of another. */
export function spanOver(first: Span, last: Span): Span {
  return { start: first.start, end: last.end, line: first.line, column: first.column };
}
