import { nests, type PeriodType } from "../period/index.ts";
import type { Expression } from "./ast.ts";
import type { FormulaDefinitions } from "./formula-definition.ts";
import { referencesIn } from "./references-in.ts";

/**
 * The type of the periods a time function moves in: those of its argument where they are coarser than the
 * formula's at that place ("in periods of x"), else the formula's own, to which finer operands are
 * aggregated first.
 */
export function argumentType(argument: Expression, at: PeriodType, definitions: FormulaDefinitions): PeriodType {
  let finest: PeriodType | null = null;
  for (const { indicator } of referencesIn(argument)) {
    const type = definitions.get(indicator)?.periodType;
    if (type === undefined || type === "static") continue;
    if (finest === null || nests(type, finest)) finest = type;
  }
  return finest !== null && nests(at, finest) ? finest : at;
}
