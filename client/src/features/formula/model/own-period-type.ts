import { parseFormula, referencesIn } from "@bochiso/shared/formula";
import type { PeriodType } from "@bochiso/shared/period";
import type { FormulaIndicator } from "@bochiso/shared/screen";

/** The periods that a formula is most naturally computed in: those of its first operand that has any. */
export function ownPeriodType(text: string, indicators: readonly FormulaIndicator[]): PeriodType {
  const parsed = parseFormula(text);
  if (!parsed.ok) return "month";
  for (const { indicator } of referencesIn(parsed.ast)) {
    const type = indicators.find(({ code }) => code === indicator)?.periodType;
    if (type !== undefined && type !== "static") return type;
  }
  return "month";
}
