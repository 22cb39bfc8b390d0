import { CALENDARS } from "./calendars.ts";
import { isoDate, padded } from "./civil-date.ts";
import { isoWeek } from "./iso-week.ts";
import type { Period, PeriodId } from "./period.ts";
import type { PeriodType } from "./period-type.ts";
import { yearOf } from "./year-of.ts";

const part = (ordinal: number, perYear: number): number => ordinal - Math.floor(ordinal / perYear) * perYear + 1;
const year = (ordinal: number, perYear: number): string => padded(Math.floor(ordinal / perYear), 4);

function weekId(ordinal: number): string {
  const week = isoWeek(ordinal);
  return `${padded(week.year, 4)}-W${padded(week.week, 2)}`;
}

function halfMonthId(ordinal: number): string {
  const { firstDay, lastDay } = CALENDARS["half-month"];
  const first = firstDay(ordinal);
  return `${isoDate(first)}/P${lastDay(ordinal) - first + 1}D`;
}

const ID_OF = {
  hour: (o) => `${isoDate(Math.floor(o / 24))}T${padded(part(o, 24) - 1, 2)}`,
  day: isoDate,
  week: weekId,
  "half-month": halfMonthId,
  month: (o) => `${year(o, 12)}-${padded(part(o, 12), 2)}`,
  quarter: (o) => `${year(o, 4)}-Q${part(o, 4)}`,
  "half-year": (o) => `${year(o, 2)}-S${part(o, 2)}`,
  year: (o) => padded(o, 4),
  term: (o) => `${padded(yearOf({ type: "term", ordinal: o }), 4)}/P5Y`,
  static: (o) => `${isoDate(o)}/..`,
} as const satisfies Record<PeriodType, (ordinal: number) => string>;

/**
 * Canonical text of a period, SDMX where SDMX has one: `2026`, `2026-S2`, `2026-Q3`, `2026-10`, `2026-W47`,
 * `2026-11-22`, `2026-11-22T07`, `2026-11-01/P15D`, `2026/P5Y`; `static` is the ISO 8601-2 open interval `2026-01-01/..`.
 */
export function periodId(period: Period): PeriodId {
  return ID_OF[period.type](period.ordinal) as PeriodId;
}
