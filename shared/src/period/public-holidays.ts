import type { DueRule } from "../indicator/indicator.ts";
import { dayNumber, dayNumberOf, type IsoDate, isoDate, weekday } from "./civil-date.ts";
import { localYear, parseInstant } from "./instant.ts";
import type { WorkCalendar } from "./working-days.ts";

/** The weekdays of a year on which State bodies do not work, and the weekend days on which they do. */
interface HolidayYear {
  readonly year: number;
  /** First and last day, both included, of each run of weekdays off. Holidays on a weekend stand as the day given for them. */
  readonly off: readonly (readonly [first: IsoDate, last: IsoDate])[];
  /** Saturdays worked in exchange for a weekday off. */
  readonly makeUp: readonly IsoDate[];
  /** The notices that say so, in Vietnamese. */
  readonly sources: readonly string[];
}

const LABOUR_CODE = "Bộ luật Lao động 2019, Điều 112 và khoản 3 Điều 111";

/**
 * Holidays of officials by year. The Labour Code names eleven days; which ones they are at Tết and on National Day, and what
 * is worked in exchange, a notice says each year. A year is added when its notices are out; until then only the days of fixed
 * date (`fixedHolidays`) are off in it.
 * 24 November (Culture Day, Resolution 80-NQ/TW of 2026) is missing in 2026: no act that makes it a day off was found.
 */
export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  {
    year: 2024,
    off: [
      ["2024-01-01", "2024-01-01"],
      ["2024-02-08", "2024-02-09"],
      ["2024-02-12", "2024-02-14"],
      ["2024-04-18", "2024-04-18"],
      ["2024-04-29", "2024-05-01"],
      ["2024-09-02", "2024-09-03"],
    ],
    makeUp: ["2024-05-04"],
    sources: [
      LABOUR_CODE,
      "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết Âm lịch và nghỉ lễ Quốc khánh năm 2024",
      "Văn bản 2450/VPCP-KGVX ngày 12/4/2024 (hoán đổi ngày 29/4 và 4/5)",
    ],
  },
  {
    year: 2025,
    off: [
      ["2025-01-01", "2025-01-01"],
      ["2025-01-27", "2025-01-31"],
      ["2025-04-07", "2025-04-07"],
      ["2025-04-30", "2025-05-02"],
      ["2025-09-01", "2025-09-02"],
    ],
    makeUp: ["2025-04-26"],
    sources: [
      LABOUR_CODE,
      "Văn bản 8726/VPCP-KGVX ngày 26/11/2024",
      "Thông báo ngày 03/12/2024 của Bộ Lao động - Thương binh và Xã hội (hoán đổi ngày 02/5 và 26/4)",
    ],
  },
  {
    year: 2026,
    off: [
      ["2026-01-01", "2026-01-02"],
      ["2026-02-16", "2026-02-20"],
      ["2026-04-27", "2026-04-27"],
      ["2026-04-30", "2026-05-01"],
      ["2026-08-31", "2026-09-02"],
    ],
    makeUp: ["2026-01-10", "2026-08-22"],
    sources: [
      LABOUR_CODE,
      "Thông báo 9441/TB-BNV ngày 16/10/2025 (hoán đổi ngày 31/8 và 22/8)",
      "Văn bản 12729/VPCP-KGVX ngày 25/12/2025 (hoán đổi ngày 02/01 và 10/01)",
    ],
  },
];

const TOLD_YEARS: ReadonlySet<number> = new Set(HOLIDAY_YEARS.map(({ year }) => year));
const TOLD_DAYS: ReadonlySet<string> = new Set(
  HOLIDAY_YEARS.flatMap(({ off }) => off.flatMap(([first, last]) => daysOf(first, last))),
);

/** The calendar of State bodies: by the notices where they are out, else weekends and the holidays of fixed date. */
export const PUBLIC_CALENDAR: WorkCalendar = {
  holidays: {
    has: (date) => {
      const year = Number(date.slice(0, 4));
      return TOLD_YEARS.has(year) ? TOLD_DAYS.has(date) : fixedHolidays(year).includes(date);
    },
  },
  makeUpDays: new Set(HOLIDAY_YEARS.flatMap(({ makeUp }) => makeUp)),
};

/** Whether the holidays of the year in which an instant falls in Viet Nam are known. */
export function hasHolidays(epochMs: number): boolean {
  return TOLD_YEARS.has(localYear(epochMs));
}

/**
 * The year of a due moment (ISO instant) that is counted in working days before the notices of its year are out: it may move.
 * Null: it stands.
 */
export function untoldYear({ workingDays }: DueRule, due: string): number | null {
  const at = parseInstant(due);
  return !workingDays || at === null || hasHolidays(at) ? null : localYear(at);
}

/** New Year's Day, Reunification Day, Labour Day, National Day. Source: Labour Code 2019, Article 112, paragraph 1. */
const FIXED_DAYS = [
  [1, 1],
  [4, 30],
  [5, 1],
  [9, 2],
] as const;

/**
 * The weekdays off in any year without a notice: the holidays of fixed date, and for each that falls on a weekend the next
 * weekday that is worked. Source: Labour Code 2019, Article 111, paragraph 3.
 */
function fixedHolidays(year: number): readonly string[] {
  const days = FIXED_DAYS.map(([month, day]) => dayNumber(year, month, day));
  const off = days.filter((day) => weekday(day) <= 5);
  for (const day of days.filter((it) => weekday(it) > 5)) {
    let next = day;
    while (weekday(next) > 5 || off.includes(next)) next += 1;
    off.push(next);
  }
  return off.map(isoDate);
}

function daysOf(first: IsoDate, last: IsoDate): IsoDate[] {
  const from = dayNumberOf(first) ?? 0;
  const to = dayNumberOf(last) ?? -1;
  return Array.from({ length: to - from + 1 }, (_, at) => isoDate(from + at));
}
