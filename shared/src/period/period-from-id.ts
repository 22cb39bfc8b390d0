import { DomainError } from "../errors/domain-error.ts";
import { parsePeriod } from "./parse-period.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";

/** The period of a trusted id, such as one read from the catalogue. Throws `period-malformed` or `period-type-mismatch`. */
export function periodFromId(id: string, type: PeriodType): Period {
  const parsed = parsePeriod(id, type);
  if (parsed.ok) return parsed.period;
  throw new DomainError(parsed.code, { got: id, expected: type }, parsed.reason);
}
