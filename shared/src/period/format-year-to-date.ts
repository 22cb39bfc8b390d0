import type { Language } from "../text/text.ts";
import { CALENDARS } from "./calendars.ts";
import { formatDay } from "./format-day.ts";
import { formatPeriod } from "./format-period.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";
import { positionInYear } from "./position-in-year.ts";
import { yearOf } from "./year-of.ts";

/** `long` stands in titles and texts (`10 tháng năm 2026`), `compact` on cards (`10 tháng/2026`). */
export type YearToDateStyle = "long" | "compact";

type Writer = (period: Period, language: Language, style: YearToDateStyle) => string;

const monthsOf =
  (monthsPerPeriod: number): Writer =>
  (period, language, style) => {
    const year = yearOf(period);
    const months = monthsPerPeriod * positionInYear(period);
    if (months === 1) return formatPeriod({ type: "month", ordinal: 12 * year }, language);
    if (language === "en") return `${months} months of ${year}`;
    if (style === "compact") return `${months} tháng/${year}`;
    // "6 tháng đầu năm" is the fixed term of official reports; the others are counted plainly.
    return months === 6 ? `6 tháng đầu năm ${year}` : `${months} tháng năm ${year}`;
  };

const weeks: Writer = (period, language, style) => {
  const [count, year] = [positionInYear(period), yearOf(period)];
  if (count === 1) return formatPeriod(period, language);
  if (language === "en") return `${count} weeks of ${year}`;
  return style === "compact" ? `${count} tuần/${year}` : `${count} tuần năm ${year}`;
};

function upTo(end: string, language: Language): string {
  return language === "vi" ? `Từ đầu năm đến ${end}` : `Year to ${end}`;
}

const toLastDay: Writer = (period, language) =>
  upTo(formatDay(CALENDARS[period.type].lastDay(period.ordinal), language), language);
const asItself: Writer = (period, language) => formatPeriod(period, language);

const WRITERS = {
  hour: (period, language) => upTo(formatPeriod(period, language), language),
  day: toLastDay,
  week: weeks,
  "half-month": toLastDay,
  month: monthsOf(1),
  quarter: monthsOf(3),
  "half-year": monthsOf(6),
  year: asItself,
  term: asItself,
  static: asItself,
} as const satisfies Record<PeriodType, Writer>;

/**
 * The span from the start of the year to the end of a period, as official reports name it: `10 tháng năm 2026`,
 * `6 tháng đầu năm 2026`, `47 tuần năm 2026`, `Từ đầu năm đến 22/11/2026`. Years, terms and static intervals read as `formatPeriod`.
 */
export function formatYearToDate(period: Period, language: Language, style: YearToDateStyle = "long"): string {
  return WRITERS[period.type](period, language, style);
}
