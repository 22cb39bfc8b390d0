import type { Expression } from "../formula/ast.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import type { QualityRule } from "./quality-rule.ts";

/** The condition of a rule as a formula: as written, or made of the parts of a sum; null for rules that have none. */
export function ruleFormula({ indicator, check }: Pick<QualityRule, "indicator" | "check">): string | null {
  if (check.kind === "expression") return check.formula;
  if (check.kind !== "sum-of-parts") return null;
  const parts = check.codes.map((code) => `${indicator}[${check.dimension}=${code}]`).join(" + ");
  return `abs(${indicator} - (${parts})) <= ${check.tolerance}`;
}

/** What a condition compares, so that a broken one can say what was found and what would have passed. */
export interface RuleSides {
  readonly left: Expression;
  readonly right: Expression;
  /** Bounds that the right side sets for the left one; `within`: how far apart they may be, itself a number. */
  readonly relation: "at-most" | "at-least" | "equal" | { readonly within: number } | "other";
}

/** The sides of a condition: of `abs(a − b) <= 2` these are a and b; null where it is no comparison. */
export function sidesOf(condition: Expression): RuleSides | null {
  if (condition.kind !== "binary") return null;
  const { operator, left, right } = condition;
  const [argument] = left.kind === "call" && left.function === "abs" ? left.arguments : [];
  const isBound = operator === "<=" || operator === "<";
  if (isBound && argument?.kind === "binary" && argument.operator === "-" && right.kind === "number")
    return { left: argument.left, right: argument.right, relation: { within: right.value } };
  const relation = RELATIONS[operator];
  return relation === undefined ? null : { left, right, relation };
}

const RELATIONS: Readonly<Record<string, "at-most" | "at-least" | "equal" | "other">> = {
  "<=": "at-most",
  "<": "at-most",
  ">=": "at-least",
  ">": "at-least",
  "=": "equal",
  "!=": "other",
};

/** The condition of a rule as a tree; null where it has none or it does not parse. */
export function ruleCondition(rule: Pick<QualityRule, "indicator" | "check">): Expression | null {
  const formula = ruleFormula(rule);
  const parsed = formula === null ? null : parseFormula(formula);
  return parsed?.ok ? parsed.ast : null;
}
