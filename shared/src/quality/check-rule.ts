import type { Dimension } from "../breakdown/dimension.ts";
import type { FormulaDefinitions } from "../formula/formula-definition.ts";
import { inferFormula } from "../formula/infer-formula.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import { referencesIn } from "../formula/references-in.ts";
import type { Text } from "../text/text.ts";
import type { QualityRule } from "./quality-rule.ts";
import { ruleFormula } from "./rule-formula.ts";

/** What rules are checked against before they are stored. */
export interface RuleWorld {
  readonly definitions: FormulaDefinitions;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly areas: ReadonlySet<string>;
}

/** Why a rule cannot be in force, in words; empty where it can. */
export function checkRule(rule: QualityRule, { definitions, dimensions, areas }: RuleWorld): Text[] {
  const own = definitions.get(rule.indicator);
  if (own === undefined) return [say(`Không có chỉ số ${rule.indicator}`, `There is no indicator ${rule.indicator}`)];
  const problems: Text[] = [];
  const { check } = rule;
  for (const area of [...(rule.areas ?? []), ...("areas" in check ? check.areas : [])])
    if (!areas.has(area)) problems.push(say(`Không có địa phương ${area}`, `There is no area ${area}`));
  if (check.kind === "range" && check.min !== null && check.max !== null && check.min > check.max)
    problems.push(say("Cận dưới lớn hơn cận trên", "The lower bound exceeds the upper one"));
  if (check.kind === "range" && check.min === null && check.max === null)
    problems.push(say("Cần ít nhất một cận", "At least one bound is needed"));
  if (check.kind === "change" && check.minHistory > check.history)
    problems.push(
      say("Cần nhiều thay đổi hơn số kỳ nhìn lại", "More changes are needed than periods are looked back over"),
    );
  const formula = ruleFormula(rule);
  if (formula !== null) problems.push(...checkCondition(formula, own.periodType, { definitions, dimensions, areas }));
  if (formula !== null && !readsOwn(formula, rule.indicator))
    problems.push(
      say("Biểu thức phải đọc chính chỉ số của quy tắc", "The expression has to read the rule's own indicator"),
    );
  return problems;
}

function checkCondition(
  formula: string,
  periodType: Parameters<typeof inferFormula>[0]["periodType"],
  world: RuleWorld,
): Text[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed.problems.map(({ text }) => text);
  const found = inferFormula({ ast: parsed.ast, periodType, ...world });
  if (!found.ok) return found.problems.map(({ text }) => text);
  return found.truth ? [] : [say("Biểu thức phải là một phép so sánh", "The expression has to be a comparison")];
}

function readsOwn(formula: string, indicator: string): boolean {
  const parsed = parseFormula(formula);
  return !parsed.ok || referencesIn(parsed.ast).some((reference) => reference.indicator === indicator);
}

function say(vi: string, en: string): Text {
  return { vi, en };
}
