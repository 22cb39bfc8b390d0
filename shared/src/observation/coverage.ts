/** How much of a whole its value stands on ("31/34 tỉnh"). */
export interface Coverage {
  /** Parts with a number that is itself not partial. */
  readonly have: number;
  /** Parts that are needed; those that cannot exist are not. */
  readonly of: number;
  /** For `weighted`: share of the weight that those parts have, 0–1; null where a weight is not known. */
  readonly weightShare: number | null;
}

/** Whether something stands on some of its parts only. */
export function isPartialCoverage(coverage: Coverage | null | undefined): coverage is Coverage {
  return coverage !== null && coverage !== undefined && coverage.have < coverage.of;
}

/**
 * The lower of two coverages: what a number computed from both stands on. Compared by have ÷ of, then by the size of the
 * gap, then by the share of the weight; whole ones and null do not count.
 */
export function leastCovered(a: Coverage | null, b: Coverage | null | undefined): Coverage | null {
  const ofA = isPartialCoverage(a) ? a : null;
  const ofB = isPartialCoverage(b) ? b : null;
  if (ofA === null || ofB === null) return ofA ?? ofB;
  const [first, second] = [keyOf(ofA), keyOf(ofB)];
  const at = first.findIndex((value, index) => value !== second[index]);
  return at < 0 || (first[at] ?? 0) < (second[at] ?? 0) ? ofA : ofB;
}

/** Smaller is less covered. */
function keyOf({ have, of, weightShare }: Coverage): readonly number[] {
  return [have / of, have - of, weightShare ?? 1];
}
