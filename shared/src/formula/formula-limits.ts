/** Limits that keep a formula readable and its evaluation bounded. */
export const FORMULA_LIMITS = {
  /** UTF-16 units of the text. */
  length: 2_000,
  /** Levels of brackets, calls and prefixes inside each other. */
  depth: 50,
  /** Nodes of the tree. */
  nodes: 500,
} as const;
