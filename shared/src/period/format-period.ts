import type { Language } from "../text/text.ts";
import { CALENDARS } from "./calendars.ts";
import { civilDate, padded } from "./civil-date.ts";
import { englishMonth, formatDay } from "./format-day.ts";
import { isoWeek } from "./iso-week.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";
import { yearOf } from "./year-of.ts";

/**
 * How a period is written: `long` stands alone (`Tháng 02/2026`), `sentence` runs within a text (`tháng 02/2026`),
 * `compact` heads a table column (`T2/2026`), `short` labels a chart axis whose years stand elsewhere (`T2`). Months
 * written out have two digits as in dates (dd/mm/yyyy); after a `T` they have no leading zero.
 */
export type PeriodStyle = "long" | "sentence" | "compact" | "short";

type Styles = Readonly<Record<PeriodStyle, string>>;
type Writer = (ordinal: number) => Styles;

const ROMAN = ["I", "II", "III", "IV"] as const;
const part = (ordinal: number, perYear: number): number => ordinal - Math.floor(ordinal / perYear) * perYear;
const clock = (ordinal: number): string => `${padded(part(ordinal, 24), 2)}:00`;
const dayOfHour = (ordinal: number): number => Math.floor(ordinal / 24);
const dayAndMonth = (day: number): string => formatDay(day, "vi").slice(0, 5);
const englishDayAndMonth = (day: number): string => formatDay(day, "en").slice(0, -5);
const monthAt = (ordinal: number): { year: number; month: number } => ({
  year: Math.floor(ordinal / 12),
  month: part(ordinal, 12) + 1,
});
const same = (long: string, short = long): Styles => ({ long, sentence: long, compact: long, short });

function termYears(ordinal: number): string {
  const first = yearOf({ type: "term", ordinal });
  return `${first}–${first + 4}`;
}

function halfMonthDays(ordinal: number): string {
  const { firstDay, lastDay } = CALENDARS["half-month"];
  return `${civilDate(firstDay(ordinal)).day}–${civilDate(lastDay(ordinal)).day}`;
}

const VIETNAMESE = {
  hour: (o) => {
    const long = `${clock(o)} ${formatDay(dayOfHour(o), "vi")}`;
    return { long, sentence: `${clock(o)} ngày ${formatDay(dayOfHour(o), "vi")}`, compact: long, short: clock(o) };
  },
  day: (o) => ({ ...same(formatDay(o, "vi"), dayAndMonth(o)), sentence: `ngày ${formatDay(o, "vi")}` }),
  week: (o) => {
    const { week, year } = isoWeek(o);
    const rest = `${padded(week, 2)}/${year}`;
    return { long: `Tuần ${rest}`, sentence: `tuần ${rest}`, compact: `Tuần ${rest}`, short: `Tuần ${week}` };
  },
  "half-month": (o) => {
    const { year, month } = monthAt(Math.floor(o / 2));
    const rest = `${o % 2 === 0 ? "đầu" : "cuối"} tháng ${padded(month, 2)}/${year}`;
    const days = `${halfMonthDays(o)}/${padded(month, 2)}`;
    return { long: `Nửa ${rest}`, sentence: `nửa ${rest}`, compact: `${days}/${year}`, short: days };
  },
  month: (o) => {
    const { year, month } = monthAt(o);
    const rest = `${padded(month, 2)}/${year}`;
    return { long: `Tháng ${rest}`, sentence: `tháng ${rest}`, compact: `T${month}/${year}`, short: `T${month}` };
  },
  quarter: (o) => {
    const rest = `${ROMAN[part(o, 4)]}/${Math.floor(o / 4)}`;
    return { long: `Quý ${rest}`, sentence: `quý ${rest}`, compact: `Q${rest}`, short: `Q${ROMAN[part(o, 4)]}` };
  },
  "half-year": (o) => {
    const end = part(o, 2) === 0 ? "đầu" : "cuối";
    const year = Math.floor(o / 2);
    return { ...same(`6 tháng ${end} năm ${year}`, `6T ${end}`), compact: `6T ${end}/${year}` };
  },
  year: (o) => ({ long: `Năm ${o}`, sentence: `năm ${o}`, compact: `${o}`, short: `${o}` }),
  term: (o) => ({
    ...same(`Giai đoạn ${termYears(o)}`, termYears(o)),
    sentence: `giai đoạn ${termYears(o)}`,
    compact: termYears(o),
  }),
  static: (o) => ({
    long: `Từ ngày ${formatDay(o, "vi")}`,
    sentence: `từ ngày ${formatDay(o, "vi")}`,
    compact: `từ ${formatDay(o, "vi")}`,
    short: `từ ${formatDay(o, "vi")}`,
  }),
} as const satisfies Record<PeriodType, Writer>;

const ENGLISH = {
  hour: (o) => same(`${clock(o)}, ${formatDay(dayOfHour(o), "en")}`, clock(o)),
  day: (o) => same(formatDay(o, "en"), englishDayAndMonth(o)),
  week: (o) => {
    const { week, year } = isoWeek(o);
    return {
      long: `Week ${week}, ${year}`,
      sentence: `week ${week} of ${year}`,
      compact: `W${week} ${year}`,
      short: `W${week}`,
    };
  },
  "half-month": (o) => {
    const { year, month } = monthAt(Math.floor(o / 2));
    const [upper, lower] = o % 2 === 0 ? ["First", "first"] : ["Second", "second"];
    const rest = `half of ${englishMonth(month)} ${year}`;
    const days = `${halfMonthDays(o)} ${englishMonth(month).slice(0, 3)}`;
    return { long: `${upper} ${rest}`, sentence: `the ${lower} ${rest}`, compact: `${days} ${year}`, short: days };
  },
  month: (o) => {
    const { year, month } = monthAt(o);
    const name = englishMonth(month);
    return { ...same(`${name} ${year}`, name.slice(0, 3)), compact: `${name.slice(0, 3)} ${year}` };
  },
  quarter: (o) => same(`Q${part(o, 4) + 1} ${Math.floor(o / 4)}`, `Q${part(o, 4) + 1}`),
  "half-year": (o) => {
    const year = Math.floor(o / 2);
    const [upper, lower, short] = part(o, 2) === 0 ? ["First", "first", "H1"] : ["Second", "second", "H2"];
    return {
      long: `${upper} half of ${year}`,
      sentence: `the ${lower} half of ${year}`,
      compact: `${short} ${year}`,
      short,
    };
  },
  year: (o) => same(`${o}`),
  term: (o) => ({
    ...same(`Term ${termYears(o)}`, termYears(o)),
    sentence: `the ${termYears(o)} term`,
    compact: termYears(o),
  }),
  static: (o) => ({ ...same(`from ${formatDay(o, "en")}`), long: `From ${formatDay(o, "en")}` }),
} as const satisfies Record<PeriodType, Writer>;

const WRITERS = { vi: VIETNAMESE, en: ENGLISH } as const satisfies Record<Language, Record<PeriodType, Writer>>;

/** A period for people: `Tháng 10/2026`, `Quý III/2026`, `6 tháng đầu năm 2026`, `Giai đoạn 2026–2030`; other styles see `PeriodStyle`. */
export function formatPeriod(period: Period, language: Language, style: PeriodStyle = "long"): string {
  return WRITERS[language][period.type](period.ordinal)[style];
}
