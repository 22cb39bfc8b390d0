import { DomainError } from "@bochiso/shared/errors";
import { type Period, parsePeriod } from "@bochiso/shared/period";

/** The period of a screen's address; null for "latest per indicator". Throws `period-malformed`. */
export function askedPeriod(text: string | null | undefined): Period | null {
  if (text === null || text === undefined || text === "") return null;
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new DomainError(parsed.code, { got: text }, parsed.reason);
  return parsed.period;
}
