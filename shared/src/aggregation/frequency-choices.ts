import type { FormulaDefinition, FormulaDefinitions } from "../formula/formula-definition.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { Text } from "../text/text.ts";
import { coarserRefusal } from "./coarser-refusal.ts";

/** A type of periods in which a series may be looked at; `refusal` says why not. */
export interface FrequencyChoice {
  type: PeriodType;
  refusal: Text | null;
}

/** From short to long; the types a reader may look for. Half-months and terms are asked for by the API only. */
const OFFERED: readonly PeriodType[] = ["day", "week", "month", "quarter", "half-year", "year"];

/** Which of the offered types are longer than each; unlike nesting, months are longer than weeks. */
const FROM = {
  hour: 0,
  day: 1,
  week: 2,
  "half-month": 2,
  month: 3,
  quarter: 4,
  "half-year": 5,
  year: 6,
  term: 6,
  static: 6,
} as const satisfies Record<PeriodType, number>;

/** In which periods a reader may see a series: its own first, then the longer ones, each with why not where it has none. */
export function frequencyChoices(definition: FormulaDefinition, definitions: FormulaDefinitions): FrequencyChoice[] {
  const { periodType } = definition;
  const longer = OFFERED.slice(FROM[periodType]).map((type) => {
    return { type, refusal: coarserRefusal(definition, type, definitions) };
  });
  return [{ type: periodType, refusal: null }, ...longer];
}
