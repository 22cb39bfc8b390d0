import { DomainError } from "@bochiso/shared/errors";
import { type Period, type PeriodType, parsePeriod, periodAt, shiftPeriod } from "@bochiso/shared/period";

/** Periods back that the grid offers whatever came of them; other older ones are reached by their address or by a file. */
const OFFERED = 14;

/** The period of an address. Throws `period-malformed`. */
export function entryPeriod(text: string): Period {
  const parsed = parsePeriod(text);
  if (parsed.ok) return parsed.period;
  throw new DomainError(parsed.code, { got: text }, parsed.reason);
}

/**
 * The one that runs and those before it, and older ones of which something is missing (their ordinals), newest first; none for
 * values in force from a day on.
 */
export function offeredPeriods(type: PeriodType, now: number, missing: readonly number[]): Period[] {
  if (type === "static") return [];
  const current = periodAt(type, now);
  const recent = Array.from({ length: OFFERED }, (_, back) => shiftPeriod(current, -back).ordinal);
  return [...new Set([...recent, ...missing])].sort((a, b) => b - a).map((ordinal) => ({ type, ordinal }));
}
