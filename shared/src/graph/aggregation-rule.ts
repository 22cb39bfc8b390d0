import { isAdditiveFormula } from "../aggregation/is-additive-formula.ts";
import { isRank } from "../aggregation/recast-refusal.ts";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "../breakdown/breakdown-key.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Expression } from "../formula/ast.ts";
import { type CompiledFormula, compileFormula } from "../formula/compile-formula.ts";
import type { FormulaDefinition, FormulaDefinitions } from "../formula/formula-definition.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import type { AreaAggregation } from "../indicator/indicator.ts";
import { type OperandPath, operandPaths } from "./operand-path.ts";

/** Rules that make a whole of parts; `recompute` needs none, it is the formula at the whole. */
export type CombiningRule = Exclude<AreaAggregation, "recompute" | "none">;

/** How the cells of an indicator are made of other cells of the same indicator and period. */
export interface AggregationRule {
  readonly kind: "aggregation";
  readonly definition: FormulaDefinition;
  /** By which rule parts make a whole; null: by none, only renames carry over. */
  readonly combine: CombiningRule | null;
  readonly partialAllowed: boolean;
  /** For `weighted`: the weight indicator as an operand read at each part. */
  readonly weight: WeightOperand | null;
  /** Whether the formula at the whole stands before the parts: ratios, and sums of sums. */
  readonly isFormulaFirst: boolean;
  /** Whether a renamed unit keeps its values: all but ranks. */
  readonly carries: boolean;
}

/** A weight indicator, read where a part lies. */
export interface WeightOperand {
  readonly path: OperandPath;
  readonly formula: CompiledFormula;
  readonly dimensions: ReadonlySet<string>;
}

/** The aggregation rule of a definition; null for constants. Throws `weight-unknown`. */
export function aggregationRule(
  definition: FormulaDefinition,
  ast: Expression | null,
  definitions: FormulaDefinitions,
): AggregationRule | null {
  const { periodType, formula } = definition;
  if (periodType === "static") return null;
  const { area, partialOver } = definition.aggregation;
  const combine = area === "none" || area === "recompute" ? null : area;
  const carries = formula === null || !isRank(formula);
  const isSumOfSums = combine === "sum" && ast !== null && isAdditiveFormula(ast, definitions);
  return {
    kind: "aggregation",
    definition,
    combine,
    partialAllowed: partialOver?.includes("area") ?? false,
    weight: combine === "weighted" ? weightOf(definition, definitions) : null,
    isFormulaFirst: combine === null || isSumOfSums,
    carries,
  };
}

function weightOf(definition: FormulaDefinition, definitions: FormulaDefinitions): WeightOperand {
  const { periodType } = definition;
  const weight = definitions.get(definition.aggregation.weight ?? "");
  const parsed = weight === undefined ? null : parseFormula(weight.code);
  if (weight === undefined || parsed?.ok !== true) throw unknownWeight(definition);
  const { ast } = parsed;
  const [path] = operandPaths({ ast, periodType, definitions });
  if (path === undefined) throw unknownWeight(definition);
  return {
    path,
    formula: compileFormula({ ast, periodType, definitions }),
    dimensions: new Set(weight.breakdowns.map(({ dimension }) => dimension)),
  };
}

/** The breakdown a weight is read at for a part: the part's own as far as the weight has its dimensions. */
export function weightBreakdown({ dimensions }: WeightOperand, breakdown: BreakdownKey): BreakdownKey {
  if (breakdown === "") return breakdown;
  const own = Object.entries(parseBreakdownKey(breakdown)).filter(([dimension]) => dimensions.has(dimension));
  return breakdownKey(Object.fromEntries(own));
}

function unknownWeight({ code, aggregation }: FormulaDefinition): DomainError {
  const weight = aggregation.weight ?? "";
  return new DomainError(
    "weight-unknown",
    { indicator: code, weight },
    {
      vi: `Chỉ số ${code} bình quân gia quyền theo "${weight}", là chỉ số không có.`,
      en: `The indicator ${code} is weighted by "${weight}", which does not exist.`,
    },
  );
}
