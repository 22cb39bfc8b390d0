import { DomainError } from "../errors/domain-error.ts";
import type { PeriodType } from "./period-type.ts";
import { PERIOD_TYPE_WORDS } from "./period-type-words.ts";

/** The error `period-does-not-nest`: the checker refuses such formulas, so reaching it is a fault of the caller. */
export function periodDoesNotNest(fine: PeriodType, coarse: PeriodType): DomainError {
  const [inner, outer] = [PERIOD_TYPE_WORDS[fine], PERIOD_TYPE_WORDS[coarse]];
  return new DomainError(
    "period-does-not-nest",
    { fine, coarse },
    {
      vi: `Kỳ ${inner.vi} không nằm trọn trong kỳ ${outer.vi}.`,
      en: `A ${inner.en} does not lie wholly inside a ${outer.en}.`,
    },
  );
}
