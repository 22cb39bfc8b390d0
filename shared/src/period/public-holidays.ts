import { dayNumberOf, type IsoDate, isoDate } from "./civil-date.ts";
import { localYear } from "./instant.ts";
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
 * is worked in exchange, a notice says each year. A year is added when its notices are out, never computed beforehand.
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

/** The calendar of State bodies: weekends only in years that `HOLIDAY_YEARS` does not have. */
export const PUBLIC_CALENDAR: WorkCalendar = {
  holidays: new Set(HOLIDAY_YEARS.flatMap(({ off }) => off.flatMap(([first, last]) => daysOf(first, last)))),
  makeUpDays: new Set(HOLIDAY_YEARS.flatMap(({ makeUp }) => makeUp)),
};

/** Whether the holidays of the year in which an instant falls in Viet Nam are known. */
export function hasHolidays(epochMs: number): boolean {
  return HOLIDAY_YEARS.some(({ year }) => year === localYear(epochMs));
}

function daysOf(first: IsoDate, last: IsoDate): IsoDate[] {
  const from = dayNumberOf(first) ?? 0;
  const to = dayNumberOf(last) ?? -1;
  return Array.from({ length: to - from + 1 }, (_, at) => isoDate(from + at));
}
