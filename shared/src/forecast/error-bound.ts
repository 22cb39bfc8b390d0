/**
 * A bound that a new error stays within with at least the given probability, if it is like the past ones: the
 * ⌈(n + 1) × level⌉-th smallest size, the largest where n is too small for that. Same unit as the errors. Source: split
 * conformal prediction (Vovk et al. 2005; Lei et al. 2018).
 */
export function errorBound(errors: readonly number[], level: number): number {
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  const rank = Math.min(sizes.length, Math.ceil((sizes.length + 1) * level));
  return sizes[rank - 1] ?? Number.POSITIVE_INFINITY;
}
