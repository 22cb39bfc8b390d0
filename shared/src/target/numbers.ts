import type { Value } from "../observation/value.ts";

/** Numbers of one series by period ordinal, in the indicator's unit. What is absent is no key: a gap is never zero. */
export type Numbers = ReadonlyMap<number, number>;

/** The numbers among the points of a series; missing values and errors are gaps. */
export function numbersOf(points: Iterable<{ readonly ordinal: number; readonly value: Value }>): Numbers {
  const numbers = new Map<number, number>();
  for (const { ordinal, value } of points) if (value.kind === "number") numbers.set(ordinal, value.value);
  return numbers;
}

/** The numbers at consecutive ordinals, both ends inclusive; null where one of them is a gap. */
export function numbersBetween(numbers: Numbers, first: number, last: number): number[] | null {
  const found: number[] = [];
  for (let ordinal = first; ordinal <= last; ordinal += 1) {
    const value = numbers.get(ordinal);
    if (value === undefined) return null;
    found.push(value);
  }
  return found;
}
