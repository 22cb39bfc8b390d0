/** How far down and how wide an explanation goes. What is cut says so and can be asked for on its own. */
export interface ExplainLimits {
  /** Levels below the top. */
  readonly depth: number;
  /** Operands of a formula. */
  readonly operands: number;
  /** Parts of a whole at the top. */
  readonly parts: number;
  /** Parts of a whole further down. */
  readonly partsBelow: number;
  /** Nodes in all; levels are filled from the top. */
  readonly nodes: number;
}

/** The tree as opened first, and every part of one whole as asked for afterwards. A nation has 3,321 communes. */
export const EXPLAIN_LIMITS = {
  tree: { depth: 6, operands: 60, parts: 40, partsBelow: 12, nodes: 400 },
  wide: { depth: 1, operands: 4000, parts: 4000, partsBelow: 0, nodes: 12_000 },
} as const satisfies Record<string, ExplainLimits>;
