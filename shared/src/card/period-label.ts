import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { formatPeriod } from "../period/format-period.ts";
import { formatYearToDate } from "../period/format-year-to-date.ts";
import type { Period } from "../period/period.ts";
import { periodId } from "../period/period-id.ts";
import type { PeriodLabel } from "../screen/card.ts";
import type { Text } from "../text/text.ts";

/** A period with its words. `toDate`: the value covers the year so far ("2 tháng năm 2025"). */
export function periodLabel(period: Period, toDate = false): PeriodLabel {
  const write = toDate ? formatYearToDate : formatPeriod;
  return {
    id: periodId(period),
    type: period.type,
    label: { vi: write(period, "vi"), en: write(period, "en") },
    short: { vi: formatPeriod(period, "vi", "compact"), en: formatPeriod(period, "en", "compact") },
  };
}

/** A period inside a sentence: "đến tháng 02/2025". */
export function periodWithin(period: Period): Text {
  return { vi: formatPeriod(period, "vi", "sentence"), en: formatPeriod(period, "en", "sentence") };
}

const OPERAND = /[a-z0-9_]+(?:\.[a-z0-9_]+)+/g;

/**
 * Whether a definition's value covers the year so far: its sums do (`ytd`), its formula cumulates, or it is a rate
 * over operands that do. `definitionOf` finds operands by code.
 */
export function coversYearToDate(
  definition: Pick<IndicatorDefinition, "code" | "accumulation" | "formula">,
  definitionOf: (code: string) => Pick<IndicatorDefinition, "accumulation"> | undefined,
): boolean {
  if (definition.accumulation === "ytd" || definition.code.endsWith("_ytd")) return true;
  const formula = definition.formula ?? "";
  if (formula.includes("ytd(") || formula.includes("ytdMean(")) return true;
  if (definition.accumulation !== "rate" || formula.includes("inPeriod(")) return false;
  const operands = formula.match(OPERAND) ?? [];
  return operands.some((code) => definitionOf(code)?.accumulation === "ytd");
}
