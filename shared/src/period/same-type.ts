import { DomainError } from "../errors/domain-error.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";
import { PERIOD_TYPE_WORDS } from "./period-type-words.ts";

/** The common type of two periods. Throws `period-types-differ` where they have none. */
export function sameType(a: Period, b: Period): PeriodType {
  if (a.type === b.type) return a.type;
  const [first, second] = [PERIOD_TYPE_WORDS[a.type], PERIOD_TYPE_WORDS[b.type]];
  throw new DomainError(
    "period-types-differ",
    { first: a.type, second: b.type },
    {
      vi: `Kỳ ${first.vi} và kỳ ${second.vi} không cùng loại kỳ.`,
      en: `A ${first.en} and a ${second.en} are not of one period type.`,
    },
  );
}
