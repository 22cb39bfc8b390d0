import { DomainError } from "../errors/domain-error.ts";
import { parsePeriod } from "../period/parse-period.ts";
import type { Period } from "../period/period.ts";

/** The period of an id that the schema has checked. Throws `period-malformed` where it was not. */
export function targetPeriod(id: string): Period {
  const parsed = parsePeriod(id);
  if (parsed.ok) return parsed.period;
  throw new DomainError(parsed.code, { got: id }, parsed.reason);
}
