import type { Language } from "../text/text.ts";
import { defineDictionary } from "./define-dictionary.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Mean lengths in the Gregorian calendar. */
const MONTH = 30.436_875 * DAY;
const YEAR = 12 * MONTH;

const ago = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"} ago`;

const words = defineDictionary({
  vi: {
    now: "vừa xong",
    minutes: (count: number) => `${count} phút trước`,
    hours: (count: number) => `${count} giờ trước`,
    days: (count: number) => `${count} ngày trước`,
    months: (count: number) => `${count} tháng trước`,
    years: (count: number) => `${count} năm trước`,
  },
  en: {
    now: "just now",
    minutes: (count) => ago(count, "minute"),
    hours: (count) => ago(count, "hour"),
    days: (count) => ago(count, "day"),
    months: (count) => ago(count, "month"),
    years: (count) => ago(count, "year"),
  },
});

/** Steps from coarse to fine: from which age on, in which unit. Months go on to three years: "21 tháng trước" says more than "1 năm trước". */
const STEPS = [
  { from: 3 * YEAR, unit: YEAR, word: "years" },
  { from: MONTH, unit: MONTH, word: "months" },
  { from: DAY, unit: DAY, word: "days" },
  { from: HOUR, unit: HOUR, word: "hours" },
  { from: MINUTE, unit: MINUTE, word: "minutes" },
] as const;

/** How long ago, from an age in milliseconds: `vừa xong`, `5 phút trước`, `21 tháng trước`. Ages below a minute, also negative ones of a clock that runs ahead, are `vừa xong`. */
export function formatAge(ms: number, language: Language): string {
  const step = STEPS.find(({ from }) => ms >= from);
  return step === undefined ? words[language].now : words[language][step.word](Math.floor(ms / step.unit));
}
