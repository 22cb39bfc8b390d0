/**
 * Sum with Neumaier's compensation: the lost low-order bits are carried beside the sum, so that the
 * answer does not depend on the size of the terms. Source: Neumaier 1974.
 */
export function compensatedSum(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
