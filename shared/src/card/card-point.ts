import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Origin } from "../observation/scenario.ts";
import type { Value } from "../observation/value.ts";

/** One cell of a card's series by default reading (reported where there is one, else computed). */
export interface CardPoint {
  /** Within the definition's period type. */
  ordinal: number;
  value: Value;
  status: ObservationStatus | null;
  origin: Origin;
  /** Counts from 1; above 1 the value was revised. */
  revision: number;
  commitSeq: number;
  /** Parts present of those expected, where the value is a roll-up. */
  coverage: { have: number; of: number } | null;
  /** Codes of the quality rules that it broke. */
  flags: readonly string[];
}

/** The points of one series by ordinal. */
export type CardSeries = ReadonlyMap<number, CardPoint>;

/** The value of a point as a number; null for a gap, a missing value and an error. */
export function numberAt(series: CardSeries, ordinal: number): number | null {
  const value = series.get(ordinal)?.value;
  return value?.kind === "number" ? value.value : null;
}
