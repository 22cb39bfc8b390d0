import {
  firstDay,
  isFuturePeriod,
  lastDay,
  localDate,
  nests,
  type Period,
  type PeriodId,
  type PeriodParse,
  type PeriodType,
  parsePeriod,
  periodContaining,
  periodId,
} from "@bochiso/shared/period";

/** A period that a row names, with what rules ask of it; days as ISO dates. */
export interface RowPeriod {
  readonly period: Period;
  readonly id: PeriodId;
  readonly first: string;
  readonly last: string;
  /** Of one that has not begun: the last of its type that has; null where it has begun. */
  readonly latestBegun: PeriodId | null;
}

export type RowPeriodReading = RowPeriod | Extract<PeriodParse, { ok: false }>;

/** What a period is read for. */
interface Asked {
  /** The indicator's; undefined where the indicator is unknown. */
  readonly type: PeriodType | undefined;
  readonly isActual: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Reads the period of a row. An annual plan or target answers finer periods, so other scenarios may stand at a coarser type. */
export function readRowPeriod(text: string, { type, isActual, now }: Asked): RowPeriodReading {
  const exact = parsePeriod(text, type);
  const any = exact.ok || isActual || type === undefined ? exact : parsePeriod(text);
  const parsed = any.ok && type !== undefined && !nests(type, any.period.type) ? exact : any;
  if (!parsed.ok) return parsed;
  const { period } = parsed;
  return {
    period,
    id: periodId(period),
    first: firstDay(period),
    last: lastDay(period),
    latestBegun: isFuturePeriod(period, now) ? latestBegun(period.type, now) : null,
  };
}

/** Of hours the day, since all of today may be sent. */
function latestBegun(type: PeriodType, now: number): PeriodId {
  return periodId(periodContaining(type === "hour" ? "day" : type, localDate(now)));
}
