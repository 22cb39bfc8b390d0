import type { Coverage } from "../aggregation/combine-all.ts";
import type { CellWay } from "../graph/cell-parts.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Origin } from "../observation/scenario.ts";
import type { Value } from "../observation/value.ts";
import type { Text } from "../text/text.ts";

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
  /** How a computed value came about; null where it was reported. */
  way: CellWay | null;
  /** Parts with a number of those needed, where the value is a whole; share of the weight where parts are weighed. */
  coverage: Coverage | null;
  /** Names of the quality rules that it breaks and nobody confirmed it against. */
  flags: readonly Text[];
}

/** The points of one series by ordinal. */
export type CardSeries = ReadonlyMap<number, CardPoint>;

/** The value of a point as a number; null for a gap, a missing value and an error. */
export function numberAt(series: CardSeries, ordinal: number): number | null {
  const value = series.get(ordinal)?.value;
  return value?.kind === "number" ? value.value : null;
}

/** Whether a value is a whole of some of its needed parts only: never shown, added up or judged as the whole. */
export function isPartialWhole({ value, coverage }: Pick<CardPoint, "value" | "coverage">): boolean {
  return value.kind === "number" && coverage !== null && coverage.have < coverage.of;
}
