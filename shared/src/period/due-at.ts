import type { DueRule } from "../indicator/indicator.ts";
import { CALENDARS } from "./calendars.ts";
import { civilDate, dayNumber, dayNumberOf, daysInMonth } from "./civil-date.ts";
import { type Duration, parseDuration } from "./duration.ts";
import { DAY_MS, isoInstant, startOfDay } from "./instant.ts";
import type { Period } from "./period.ts";
import { periodEnd } from "./period-end.ts";
import { PUBLIC_CALENDAR } from "./public-holidays.ts";
import { reportingWindow } from "./reporting-window.ts";
import { addWorkingDays, type WorkCalendar } from "./working-days.ts";

/** A due rule applied to one period. */
export interface DueAtInput {
  readonly period: Period;
  readonly rule: DueRule;
  /** By which working days are counted; absent: that of State bodies. */
  readonly calendar?: WorkCalendar;
}

/**
 * The last moment at which a value is on time, as an ISO instant (UTC), or null where the rule names no delay. A value
 * received after it is late. Rules in days end with the day in Viet Nam (23:59:59.999, UTC+7); rules with hours are exact.
 * Days count from the last day of the period, with basis `administrative` from the cut-off of Decree 09/2019; a `static`
 * value is due after the change it records, so from its first day. Throws `duration-malformed`.
 */
export function dueAt({ period, rule, calendar = PUBLIC_CALENDAR }: DueAtInput): string | null {
  const duration = delayOf(rule);
  if (duration === null) return null;
  const last = lastDayCounted(period, rule);
  const shifted = addMonths(last, duration.months);
  if (duration.timeMs !== null) {
    const end = period.type === "hour" ? periodEnd(period) : startOfDay(last + 1);
    return isoInstant(end + (shifted - last + duration.days) * DAY_MS + duration.timeMs);
  }
  const day = rule.workingDays ? addWorkingDays(shifted, duration.days, calendar) : shifted + duration.days;
  return isoInstant(startOfDay(day + 1) - 1);
}

function delayOf(rule: DueRule): Duration | null {
  if (rule.after !== undefined) return parseDuration(rule.after);
  return rule.lagDays === undefined ? null : { months: 0, days: rule.lagDays, timeMs: null };
}

function lastDayCounted(period: Period, rule: DueRule): number {
  const { firstDay, lastDay } = CALENDARS[period.type];
  if (period.type === "static") return firstDay(period.ordinal);
  const last = lastDay(period.ordinal);
  return rule.basis === "administrative" ? (dayNumberOf(reportingWindow(period).end) ?? last) : last;
}

/** The day of the month kept, or the last one of a shorter month. */
function addMonths(day: number, months: number): number {
  if (months === 0) return day;
  const date = civilDate(day);
  const target = 12 * date.year + date.month - 1 + months;
  const [year, month] = [Math.floor(target / 12), (target % 12) + 1];
  return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)));
}
