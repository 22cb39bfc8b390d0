import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { dueAt } from "../period/due-at.ts";
import { parseInstant } from "../period/instant.ts";
import type { Period } from "../period/period.ts";
import { periodAt } from "../period/period-at.ts";
import { shiftPeriod } from "../period/shift-period.ts";

/** A period and the last moment at which its value is on time (ISO instant). */
export interface DuePeriod {
  period: Period;
  at: string;
}

/** The newest period that should be here now and the next one to come. */
export interface DuePeriods {
  expected: DuePeriod;
  next: DuePeriod;
}

/** No rule is longer than a few periods; one that is longer (a year over hours) is a mistake of the definition. */
const FARTHEST = 400;

/** What was found last for a definition: it stays true from one due moment to the next. */
interface Remembered {
  from: number;
  until: number;
  found: DuePeriods | null;
}
const remembered = new WeakMap<DueSubject, Remembered>();

/** What decides when values are due. */
type DueSubject = Pick<IndicatorDefinition, "dueRule" | "periodType">;

/**
 * What a definition's due rule expects at an instant (epoch milliseconds); null without a rule and for values that are
 * due when something changes (`static`).
 */
export function duePeriods(definition: DueSubject, now: number): DuePeriods | null {
  const known = remembered.get(definition);
  if (known !== undefined && now >= known.from && now < known.until) return known.found;
  const found = findDuePeriods(definition, now);
  const from = found === null ? Number.NEGATIVE_INFINITY : (parseInstant(found.expected.at) ?? now);
  const until = found === null ? Number.POSITIVE_INFINITY : (parseInstant(found.next.at) ?? now);
  remembered.set(definition, { from, until, found });
  return found;
}

/** When a period is due by the rule of a definition (ISO instant); null without a rule and for `static` values. */
export function dueOf({ dueRule, periodType }: DueSubject, period: Period): string | null {
  if (dueRule === null || periodType === "static") return null;
  return dueAt({ period, rule: dueRule });
}

function findDuePeriods({ dueRule, periodType }: DueSubject, now: number): DuePeriods | null {
  if (dueRule === null || periodType === "static") return null;
  let next: DuePeriod | null = null;
  for (let back = -1; back < FARTHEST; back += 1) {
    const period = shiftPeriod(periodAt(periodType, now), -back);
    const at = dueAt({ period, rule: dueRule });
    const moment = at === null ? null : parseInstant(at);
    if (at === null || moment === null) return null;
    if (moment <= now) return next === null ? null : { expected: { period, at }, next };
    next = { period, at };
  }
  return null;
}
