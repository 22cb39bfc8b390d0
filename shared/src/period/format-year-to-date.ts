import type { Language } from "../text/text.ts";
import { CALENDARS } from "./calendars.ts";
import { formatDay } from "./format-day.ts";
import { formatPeriod } from "./format-period.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";
import { positionInYear } from "./position-in-year.ts";
import { yearOf } from "./year-of.ts";

/** Months that a period of these types adds to the year so far. */
const MONTHS_PER_PERIOD: Readonly<Partial<Record<PeriodType, number>>> = { month: 1, quarter: 3, "half-year": 6 };

function monthsOfYear(count: number, year: number, language: Language): string {
  if (language === "en") return count === 1 ? `January ${year}` : `${count} months of ${year}`;
  if (count === 1) return `Tháng 1/${year}`;
  // "6 tháng đầu năm" is the fixed term of official reports; the others are counted plainly.
  return count === 6 ? `6 tháng đầu năm ${year}` : `${count} tháng năm ${year}`;
}

/**
 * The span from the start of the year to the end of a period, as official reports name it: `10 tháng năm 2026`,
 * `6 tháng đầu năm 2026`, `47 tuần năm 2026`, `Từ đầu năm đến 22/11/2026`. Years, terms and static intervals read as `formatPeriod`.
 */
export function formatYearToDate(period: Period, language: Language): string {
  const year = yearOf(period);
  const position = positionInYear(period);
  const months = MONTHS_PER_PERIOD[period.type];
  if (months !== undefined) return monthsOfYear(months * position, year, language);
  if (period.type === "week") {
    if (language === "vi") return `${position} tuần năm ${year}`;
    return position === 1 ? `Week 1 of ${year}` : `${position} weeks of ${year}`;
  }
  if (period.type === "day" || period.type === "half-month") {
    return upTo(formatDay(CALENDARS[period.type].lastDay(period.ordinal), language), language);
  }
  return period.type === "hour" ? upTo(formatPeriod(period, language), language) : formatPeriod(period, language);
}

function upTo(end: string, language: Language): string {
  return language === "vi" ? `Từ đầu năm đến ${end}` : `Year to ${end}`;
}
