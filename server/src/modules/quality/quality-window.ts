import type { OrdinalRange } from "@bochiso/shared/graph";
import {
  firstDay,
  lastDay,
  type Period,
  type PeriodType,
  parsePeriod,
  periodAt,
  periodContaining,
  shiftPeriod,
} from "@bochiso/shared/period";
import type { QualityWindowInput } from "./quality-input.ts";

/** Months of a window, oldest first, with its first and last day (ISO). */
export interface QualityWindow {
  readonly months: readonly Period[];
  readonly from: string;
  readonly to: string;
}

/** The window asked for; `now` in epoch milliseconds. */
export function qualityWindow({ to, months }: QualityWindowInput, now: number): QualityWindow {
  const parsed = to === undefined ? null : parsePeriod(to);
  const last = parsed?.ok === true ? parsed.period : periodAt("month", now);
  const list = Array.from({ length: months }, (_, at) => shiftPeriod(last, at - months + 1));
  const [first = last] = list;
  return { months: list, from: firstDay(first), to: lastDay(last) };
}

/** Periods of a type that end within a window. */
export function periodsEnding({ from, to }: QualityWindow, type: PeriodType): OrdinalRange {
  const first = periodContaining(type, from).ordinal;
  const last = periodContaining(type, to).ordinal;
  return { first, last: lastDay({ type, ordinal: last }) <= to ? last : last - 1 };
}
