import { duePeriods } from "@bochiso/shared/card";
import { parseInstant, periodAt, periodEnd, shiftPeriod } from "@bochiso/shared/period";
import type { Readiness } from "@bochiso/shared/screen";
import type { CardPlan } from "./card-plan.ts";

type Standing = "received" | "notYetDue" | "late" | "noFeed";

/**
 * What has arrived of the newest period that is over: received; not there and not due yet; not there and late. An
 * indicator that never had a value has no feed. `flagged` counts values marked by a quality rule.
 */
export function readiness(plans: Iterable<CardPlan>, flagged: number, now: number): Readiness {
  const counts: Record<Standing, number> = { received: 0, notYetDue: 0, late: 0, noFeed: 0 };
  let total = 0;
  for (const plan of plans) {
    total += 1;
    counts[standing(plan, now)] += 1;
  }
  return { total, ...counts, flagged };
}

function standing({ definition, newest }: CardPlan, now: number): Standing {
  if (newest === null) return "noFeed";
  const due = duePeriods(definition, now);
  if (due === null) return "received";
  const current = periodAt(definition.periodType, now);
  const ended = periodEnd(current) <= now ? current : shiftPeriod(current, -1);
  if (newest >= ended.ordinal) return "received";
  if (newest < due.expected.period.ordinal) return "late";
  const at = parseInstant(due.next.at);
  return at !== null && at > now ? "notYetDue" : "late";
}
