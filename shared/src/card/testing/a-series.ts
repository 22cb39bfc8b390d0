import { numberValue } from "../../observation/value.ts";
import { periodFromId } from "../../period/period-from-id.ts";
import type { PeriodType } from "../../period/period-type.ts";
import type { CardPoint } from "../card-point.ts";

/** A series for tests of cards: numbers from a first period on, null for a gap. */
export function aSeries(
  first: string,
  values: readonly (number | null)[],
  { type = "month", ...changes }: Partial<CardPoint> & { type?: PeriodType } = {},
): Map<number, CardPoint> {
  const start = periodFromId(first, type).ordinal;
  return new Map(
    values.flatMap((value, index) => {
      if (value === null) return [];
      const point: CardPoint = {
        ordinal: start + index,
        value: numberValue(value),
        status: "A",
        origin: "reported",
        revision: 1,
        commitSeq: index + 1,
        way: null,
        coverage: null,
        flags: [],
        ...changes,
      };
      return [[start + index, point] as const];
    }),
  );
}
