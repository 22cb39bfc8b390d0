import type { Language } from "../text/text.ts";
import { civilDate, padded } from "./civil-date.ts";

/** English month names in order, for periods and dates. */
export const ENGLISH_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** English name of a month (1–12). */
export function englishMonth(month: number): string {
  return ENGLISH_MONTHS[month - 1] ?? "";
}

/** A day (days since 1970-01-01) for people: `22/11/2026`; in English `22 Nov 2026`, which nobody reads as month/day. */
export function formatDay(day: number, language: Language): string {
  const date = civilDate(day);
  return language === "vi"
    ? `${padded(date.day, 2)}/${padded(date.month, 2)}/${date.year}`
    : `${date.day} ${englishMonth(date.month).slice(0, 3)} ${date.year}`;
}
