import type { FeedContract } from "@bochiso/shared/feed";
import type { PeriodType } from "@bochiso/shared/period";

/** A contract as it is typed: numbers as text, deadlines in days by type of period. */
export interface ContractForm {
  readonly active: boolean;
  readonly requireSignOff: boolean;
  readonly requireDigest: boolean;
  readonly refuseGaps: boolean;
  readonly heartbeat: string;
  readonly days: Readonly<Partial<Record<PeriodType, string>>>;
}

const MOST_MINUTES = 525_600;
const MOST_DAYS = 400;

export function formOf(contract: FeedContract): ContractForm {
  const { active, requireSignOff, requireDigest, gapPolicy, heartbeatMinutes, schedule } = contract;
  return {
    active,
    requireSignOff,
    requireDigest,
    refuseGaps: gapPolicy === "refuse",
    heartbeat: heartbeatMinutes === null ? "" : String(heartbeatMinutes),
    days: Object.fromEntries(
      schedule.flatMap(({ periodType, rule }) =>
        rule.lagDays === undefined ? [] : [[periodType, String(rule.lagDays)] as const],
      ),
    ),
  };
}

/** What was typed, over a contract that changed meanwhile: what was left as it stood takes the new values. */
export function rebased(form: ContractForm, from: FeedContract, onto: FeedContract): ContractForm {
  const [before, now] = [formOf(from), formOf(onto)];
  const taken = <T>(typed: T, was: T, is: T): T => (typed === was ? is : typed);
  const types = Object.keys({ ...before.days, ...now.days, ...form.days }) as PeriodType[];
  const daysOf = ({ days }: ContractForm, type: PeriodType): string => days[type] ?? "";
  return {
    active: taken(form.active, before.active, now.active),
    requireSignOff: taken(form.requireSignOff, before.requireSignOff, now.requireSignOff),
    requireDigest: taken(form.requireDigest, before.requireDigest, now.requireDigest),
    refuseGaps: taken(form.refuseGaps, before.refuseGaps, now.refuseGaps),
    heartbeat: taken(form.heartbeat, before.heartbeat, now.heartbeat),
    days: Object.fromEntries(
      types.map((type) => [type, taken(daysOf(form, type), daysOf(before, type), daysOf(now, type))]),
    ),
  };
}

/** Whether a text is nothing, or a whole number between two bounds. */
function isWhole(text: string, least: number, most: number): boolean {
  const typed = text.trim();
  return typed === "" || (/^\d{1,6}$/.test(typed) && Number(typed) >= least && Number(typed) <= most);
}

export function isHeartbeat(text: string): boolean {
  return isWhole(text, 1, MOST_MINUTES);
}

export function isDays(text: string): boolean {
  return isWhole(text, 0, MOST_DAYS);
}

/**
 * The contract as typed; null where it cannot be sent. Days left as they were keep their whole rule, and a deadline told
 * as a duration (hours) stays where no days are given.
 */
export function contractOf(form: ContractForm, before: FeedContract): FeedContract | null {
  const typed = Object.entries(form.days) as [PeriodType, string][];
  if (!isHeartbeat(form.heartbeat) || !typed.every(([, days]) => isDays(days))) return null;
  const given = new Map(typed.filter(([, days]) => days.trim() !== "").map(([type, days]) => [type, Number(days)]));
  const kept = before.schedule.filter(({ periodType, rule }) =>
    rule.lagDays === undefined ? !given.has(periodType) : given.get(periodType) === rule.lagDays,
  );
  const known = new Set(kept.map(({ periodType }) => periodType));
  const made = [...given]
    .filter(([periodType]) => !known.has(periodType))
    .map(([periodType, lagDays]) => ({
      periodType,
      rule: { lagDays, basis: "calendar" as const, workingDays: false, proposed: false },
    }));
  return {
    active: form.active,
    gapPolicy: form.refuseGaps ? "refuse" : "record",
    requireDigest: form.requireDigest,
    requireSignOff: form.requireSignOff,
    schedule: [...kept, ...made],
    heartbeatMinutes: form.heartbeat.trim() === "" ? null : Number(form.heartbeat),
  };
}
