import { civilDate, dayNumber, daysInMonth } from "./civil-date.ts";
import { thursdayOf, weekAt } from "./iso-week.ts";
import type { PeriodType } from "./period-type.ts";

/** How a period type lies on the day line. Days are counted from 1970-01-01. */
export interface Calendar {
  readonly firstDay: (ordinal: number) => number;
  readonly lastDay: (ordinal: number) => number;
  /** Ordinal of the period that holds a day; for hours the first hour of the day. */
  readonly at: (day: number) => number;
}

/** Last day of a `static` period, which has no end: far enough to sort after every real date. */
export const OPEN_END = "9999-12-31";
const OPEN_END_DAY = dayNumber(9999, 12, 31);

const FIRST_TERM_YEAR = 2021;

const monthFirstDay = (month: number): number => dayNumber(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);

/** Periods of whole months; period 0 starts at month ordinal `origin` (12·year + month − 1). */
function ofMonths(length: number, origin = 0): Calendar {
  return {
    firstDay: (ordinal) => monthFirstDay(origin + ordinal * length),
    lastDay: (ordinal) => monthFirstDay(origin + (ordinal + 1) * length) - 1,
    at: (day) => {
      const { year, month } = civilDate(day);
      return Math.floor((12 * year + month - 1 - origin) / length);
    },
  };
}

const halfMonth: Calendar = {
  firstDay: (ordinal) => monthFirstDay(Math.floor(ordinal / 2)) + (ordinal % 2 === 0 ? 0 : 15),
  lastDay: (ordinal) => {
    const first = monthFirstDay(Math.floor(ordinal / 2));
    if (ordinal % 2 === 0) return first + 14;
    const { year, month } = civilDate(first);
    return first + daysInMonth(year, month) - 1;
  },
  at: (day) => {
    const date = civilDate(day);
    return 24 * date.year + 2 * (date.month - 1) + (date.day <= 15 ? 0 : 1);
  },
};

/** The calendar of every period type. */
export const CALENDARS = {
  hour: { firstDay: (o) => Math.floor(o / 24), lastDay: (o) => Math.floor(o / 24), at: (day) => day * 24 },
  day: { firstDay: (o) => o, lastDay: (o) => o, at: (day) => day },
  week: { firstDay: (o) => thursdayOf(o) - 3, lastDay: (o) => thursdayOf(o) + 3, at: weekAt },
  "half-month": halfMonth,
  month: ofMonths(1),
  quarter: ofMonths(3),
  "half-year": ofMonths(6),
  year: ofMonths(12),
  term: ofMonths(60, 12 * FIRST_TERM_YEAR),
  static: { firstDay: (o) => o, lastDay: () => OPEN_END_DAY, at: (day) => day },
} as const satisfies Record<PeriodType, Calendar>;
