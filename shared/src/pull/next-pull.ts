import { civilDate, dayNumber, daysInMonth, weekday } from "../period/civil-date.ts";
import { dueAt } from "../period/due-at.ts";
import { isoInstant, localTime, startOfDay } from "../period/instant.ts";
import { periodAt } from "../period/period-at.ts";
import { shiftPeriod } from "../period/shift-period.ts";
import type { PullSchedule } from "./pull-schedule.ts";

const MINUTE_MS = 60_000;
type Of<K extends PullSchedule["kind"]> = Extract<PullSchedule, { kind: K }>;

/**
 * The first moment after an instant (epoch milliseconds) at which a schedule asks, as an ISO instant. Throws
 * `duration-malformed` for a rule that cannot be read, `RangeError` for one without a delay.
 */
export function nextPull(schedule: PullSchedule, after: number): string {
  switch (schedule.kind) {
    case "every":
      return isoInstant(after + schedule.minutes * MINUTE_MS);
    case "daily":
      return firstAfter(after, schedule.at, (day) => day);
    case "weekly":
      return firstAfter(after, schedule.at, (day) => day + ((schedule.weekday - weekday(day) + 7) % 7));
    case "monthly":
      return firstAfter(after, schedule.at, (day) => onDayOfMonth(day, schedule.day));
    case "due":
      return nextDue(schedule, after);
  }
}

/** The time of day on the first day that a rule gives from today on, or else from the day after that one on. */
function firstAfter(after: number, at: string, dayFrom: (day: number) => number): string {
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  const momentOf = (day: number): number => startOfDay(day) + (60 * hours + minutes) * MINUTE_MS;
  const first = dayFrom(localTime(after).day);
  return isoInstant(momentOf(first) > after ? momentOf(first) : momentOf(dayFrom(first + 1)));
}

function onDayOfMonth(from: number, wanted: number): number {
  const { year, month, day } = civilDate(from);
  const here = Math.min(wanted, daysInMonth(year, month));
  if (day <= here) return dayNumber(year, month, here);
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return dayNumber(nextYear, nextMonth, Math.min(wanted, daysInMonth(nextYear, nextMonth)));
}

/** Nothing is due before its period is over, so the present period is due later; earlier ones may be too. */
function nextDue({ periodType, rule }: Of<"due">, after: number): string {
  let period = periodAt(periodType, after);
  let found: string | null = null;
  for (;;) {
    const due = dueAt({ period, rule });
    if (due === null) throw new RangeError("the rule names no delay");
    if (Date.parse(due) <= after) break;
    found = due;
    period = shiftPeriod(period, -1);
  }
  if (found === null) throw new RangeError("the present period is due before it is over");
  return found;
}
