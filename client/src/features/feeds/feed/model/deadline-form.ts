import type { DueRule } from "@bochiso/shared/indicator";
import {
  dueAt,
  HOLIDAY_YEARS,
  type Period,
  type PeriodType,
  parseDuration,
  periodAt,
  periodEnd,
  reportingWindow,
  shiftPeriod,
  untoldYear,
} from "@bochiso/shared/period";
import { readWhole } from "../../common/read-whole.ts";

/** In what a deadline is counted. */
export type DeadlineUnit = "day" | "working-day" | "hour";

/** A deadline as it is typed: how many of what, from which day on. An empty count is no deadline. */
export interface DeadlineForm {
  readonly count: string;
  readonly unit: DeadlineUnit;
  readonly basis: DueRule["basis"];
}

export const NO_DEADLINE: DeadlineForm = { count: "", unit: "day", basis: "calendar" };

const HOUR_MS = 3_600_000;
/** Most of each unit: a year and a month. */
const MOST = { day: 400, "working-day": 280, hour: 9_600 } as const satisfies Record<DeadlineUnit, number>;

/** A rule as it is typed; an empty count for one that cannot be (months, minutes). */
export function deadlineForm({ lagDays, after, workingDays, basis }: DueRule): DeadlineForm {
  if (after === undefined) {
    return { count: lagDays === undefined ? "" : String(lagDays), unit: workingDays ? "working-day" : "day", basis };
  }
  const { months, days, timeMs } = parseDuration(after);
  const isHours = months === 0 && days === 0 && timeMs !== null && timeMs % HOUR_MS === 0;
  return { count: isHours ? String(timeMs / HOUR_MS) : "", unit: "hour", basis };
}

/** Whether a deadline can be read: nothing, or a whole number within the bounds of its unit. */
export function isDeadline({ count, unit }: DeadlineForm): boolean {
  return count.trim() === "" || readWhole(count, { least: 0, most: MOST[unit] }) !== null;
}

/** The rule that was typed; null for none, or one that cannot be read. */
export function deadlineRule(form: DeadlineForm): DueRule | null {
  if (form.count.trim() === "" || !isDeadline(form)) return null;
  const count = Number(form.count);
  const shared = { basis: form.basis, workingDays: form.unit === "working-day", proposed: false };
  return form.unit === "hour" ? { after: `PT${count}H`, ...shared } : { lagDays: count, ...shared };
}

/** Whether reports of a type of period have a cut-off of their own from which days may be counted (Decree 09/2019). */
export function hasCutOff(type: PeriodType): boolean {
  return reportingWindow({ type, ordinal: periodAt(type, 0).ordinal }).basis === "decree-09-2019";
}

/** A period and the moment it is due. */
export interface NextDue {
  readonly period: Period;
  /** ISO instant. */
  readonly at: string;
}

/** The next moments at which a rule makes a period of a type due, from `now` on (epoch ms). */
export function nextDue(rule: DueRule, type: PeriodType, { now, count }: { now: number; count: number }): NextDue[] {
  const dueOf = (period: Period) => dueAt({ period, rule });
  const current = periodAt(type, now);
  const due = dueOf(current);
  if (type === "static" || due === null) return [];
  // As far back as the rule reaches, and a little: months are not all as long.
  let period = shiftPeriod(periodAt(type, now - Math.max(0, Date.parse(due) - periodEnd(current))), -3);
  const found: NextDue[] = [];
  while (found.length < count) {
    const at = dueOf(period);
    if (at !== null && Date.parse(at) >= now) found.push({ period, at });
    period = shiftPeriod(period, 1);
  }
  return found;
}

/** The years whose holidays are left out of working days: the first and the last. */
export function knownYears(): readonly [first: number, last: number] {
  const years = HOLIDAY_YEARS.map(({ year }) => year);
  return [Math.min(...years), Math.max(...years)];
}

/** The years of a rule's deadlines whose holidays no notice has told yet: those deadlines may move. */
export function yearsUntold(rule: DueRule, due: readonly NextDue[]): number[] {
  return [...new Set(due.flatMap(({ at }) => untoldYear(rule, at) ?? []))];
}
