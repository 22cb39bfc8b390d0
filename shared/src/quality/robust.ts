/** The middle of some numbers (mean of the two middle ones); null of none. */
export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = Float64Array.from(numbers).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** Makes the median absolute deviation of a normal distribution its standard deviation (1 ÷ Φ⁻¹(¾)). */
const NORMAL = 1.4826;

/** Middle and robust deviation (1.4826 × median absolute deviation) of some numbers; null of none. One outlier moves neither. */
export function robustSpread(
  numbers: readonly number[],
): { readonly middle: number; readonly deviation: number } | null {
  const middle = median(numbers);
  if (middle === null) return null;
  return { middle, deviation: NORMAL * (median(numbers.map((number) => Math.abs(number - middle))) ?? 0) };
}
