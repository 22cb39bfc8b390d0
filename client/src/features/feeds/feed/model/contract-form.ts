import type { FeedContract } from "@bochiso/shared/feed";
import type { PeriodType } from "@bochiso/shared/period";
import { readWhole } from "../../common/read-whole.ts";
import { type DeadlineForm, deadlineForm, deadlineRule, isDeadline, NO_DEADLINE } from "./deadline-form.ts";

/** A contract as it is typed: numbers as text, deadlines by type of period. */
export interface ContractForm {
  readonly active: boolean;
  readonly requireSignOff: boolean;
  readonly requireDigest: boolean;
  readonly refuseGaps: boolean;
  readonly heartbeat: string;
  readonly deadlines: Readonly<Partial<Record<PeriodType, DeadlineForm>>>;
}

const MOST_MINUTES = 525_600;

export function formOf(contract: FeedContract): ContractForm {
  const { active, requireSignOff, requireDigest, gapPolicy, heartbeatMinutes } = contract;
  return {
    active,
    requireSignOff,
    requireDigest,
    refuseGaps: gapPolicy === "refuse",
    heartbeat: heartbeatMinutes === null ? "" : String(heartbeatMinutes),
    deadlines: deadlinesOf(contract),
  };
}

function deadlinesOf({ schedule }: FeedContract): ContractForm["deadlines"] {
  return Object.fromEntries(schedule.map(({ periodType, rule }) => [periodType, deadlineForm(rule)]));
}

/** The deadline typed for a type of period. */
export function deadlineOf({ deadlines }: ContractForm, type: PeriodType): DeadlineForm {
  return deadlines[type] ?? NO_DEADLINE;
}

/** What was typed, over a contract that changed meanwhile: what was left as it stood takes the new values. */
export function rebased(form: ContractForm, from: FeedContract, onto: FeedContract): ContractForm {
  const [before, now] = [formOf(from), formOf(onto)];
  const taken = <T>(typed: T, was: T, is: T): T => (typed === was ? is : typed);
  const types = Object.keys({ ...before.deadlines, ...now.deadlines, ...form.deadlines }) as PeriodType[];
  return {
    active: taken(form.active, before.active, now.active),
    requireSignOff: taken(form.requireSignOff, before.requireSignOff, now.requireSignOff),
    requireDigest: taken(form.requireDigest, before.requireDigest, now.requireDigest),
    refuseGaps: taken(form.refuseGaps, before.refuseGaps, now.refuseGaps),
    heartbeat: taken(form.heartbeat, before.heartbeat, now.heartbeat),
    deadlines: Object.fromEntries(
      types.map((type) => {
        const [typed, was, is] = [form, before, now].map((it) => deadlineOf(it, type));
        return [type, isSameDeadline(typed, was) ? is : typed];
      }),
    ),
  };
}

/** Whether a text is nothing, or a number of minutes that can be agreed. */
export function isHeartbeat(text: string): boolean {
  return text.trim() === "" || readWhole(text, { least: 1, most: MOST_MINUTES }) !== null;
}

function isSameDeadline(a: DeadlineForm | undefined, b: DeadlineForm | undefined): boolean {
  return a?.count === b?.count && a?.unit === b?.unit && a?.basis === b?.basis;
}

/**
 * The contract as typed; null where it cannot be sent. A deadline left as it stood keeps its whole rule, one that cannot be
 * typed (months, minutes) included.
 */
export function contractOf(form: ContractForm, before: FeedContract): FeedContract | null {
  const types = new Set([
    ...before.schedule.map(({ periodType }) => periodType),
    ...(Object.keys(form.deadlines) as PeriodType[]),
  ]);
  const typed = [...types].map((type) => ({ periodType: type, typed: deadlineOf(form, type) }));
  if (!isHeartbeat(form.heartbeat) || !typed.every((it) => isDeadline(it.typed))) return null;
  const was = deadlinesOf(before);
  const schedule = typed.flatMap(({ periodType, typed: deadline }) => {
    const stood = before.schedule.find((it) => it.periodType === periodType);
    if (stood !== undefined && isSameDeadline(deadline, was[periodType])) return [stood];
    const rule = deadlineRule(deadline);
    return rule === null ? [] : [{ periodType, rule }];
  });
  return {
    active: form.active,
    gapPolicy: form.refuseGaps ? "refuse" : "record",
    requireDigest: form.requireDigest,
    requireSignOff: form.requireSignOff,
    schedule,
    heartbeatMinutes: form.heartbeat.trim() === "" ? null : Number(form.heartbeat),
  };
}
