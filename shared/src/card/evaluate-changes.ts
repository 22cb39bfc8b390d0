import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import { type CompiledFormula, compileFormula } from "../formula/compile-formula.ts";
import { bindFormula } from "../formula/evaluate.ts";
import type { AreaSpace, OperandSource } from "../formula/operand.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { missingValue, type Value } from "../observation/value.ts";
import type { Period } from "../period/period.ts";
import { samePeriodLastYear } from "../period/same-period-last-year.ts";
import { shiftPeriod } from "../period/shift-period.ts";
import type { CardChange } from "../screen/card.ts";
import type { CardSeries } from "./card-point.ts";
import { type ChangeRule, changeRules } from "./change-rule.ts";
import { improving } from "./improving.ts";
import { periodLabel } from "./period-label.ts";
import type { PublishedGrowth } from "./published-growth.ts";

/** Where the changes of a card are evaluated. */
export interface ChangesInput {
  definition: IndicatorDefinition;
  area: AreaCode;
  breakdown: BreakdownKey;
  series: CardSeries;
  toDate: boolean;
  /** Where the growth of this series is published too: taken instead of the recomputed one. */
  growth?: PublishedGrowth | null | undefined;
}

interface CompiledRule {
  rule: ChangeRule;
  formula: CompiledFormula;
  fallback: CompiledFormula | null;
}

/** Compiled once per version of a definition. */
const compiled = new WeakMap<IndicatorDefinition, readonly CompiledRule[]>();

/** Changes look at one series only: no areas above or below. */
const NO_SPACE: AreaSpace = { parentOf: () => null, childrenOf: () => [], partsOf: () => null };

/** The changes of a card at a period, by the formula language over the card's own series (default reading). */
export function evaluateChanges(input: ChangesInput, period: Period): CardChange[] {
  return compiledRules(input.definition).map((each) => change(input, each, period));
}

function change(input: ChangesInput, { rule, formula, fallback }: CompiledRule, period: Period): CardChange {
  const published = publishedChange(input, rule, period);
  if (published !== null) return published;
  const value = run(input, formula, period);
  const absolute = fallback !== null && value.kind === "error" && value.code === "base-not-positive";
  const taken = absolute ? run(input, fallback, period) : value;
  const chosen = absolute && rule.whenBaseNotPositive !== null ? rule.whenBaseNotPositive : rule;
  const against = rule.kind === "previous-period" ? shiftPeriod(period, -1) : samePeriodLastYear(period);
  const own = input.series.get(period.ordinal)?.value ?? missingValue("not-reported");
  return {
    kind: rule.kind,
    formula: chosen.formula,
    measure: chosen.measure,
    value: taken,
    against: against === null ? null : periodLabel(against, input.toDate && rule.kind !== "previous-period"),
    improving: improving(input.definition, taken, own),
  };
}

/** The growth as published for this period; null where none is, then it is recomputed. */
function publishedChange(input: ChangesInput, rule: ChangeRule, period: Period): CardChange | null {
  if (rule.kind !== "same-period-last-year" || rule.measure !== "percent" || !input.growth) return null;
  const { definition, series } = input.growth;
  const point = series.get(period.ordinal);
  if (point?.origin !== "reported" || point.value.kind !== "number") return null;
  const against = samePeriodLastYear(period);
  return {
    kind: rule.kind,
    formula: definition.code,
    measure: "percent",
    value: point.value,
    against: against === null ? null : periodLabel(against, input.toDate),
    improving: improving(input.definition, point.value, input.series.get(period.ordinal)?.value ?? point.value),
  };
}

function run({ area, breakdown, series }: ChangesInput, formula: CompiledFormula, period: Period): Value {
  const source: OperandSource = {
    open: () => ({
      at: (ordinal) => ({ value: series.get(ordinal)?.value ?? missingValue("not-reported"), token: null }),
    }),
  };
  return bindFormula({ formula, area, breakdown, source, space: NO_SPACE }).at(period.ordinal).value;
}

function compiledRules(definition: IndicatorDefinition): readonly CompiledRule[] {
  const known = compiled.get(definition);
  if (known !== undefined) return known;
  const made = changeRules(definition).map((rule) => ({
    rule,
    formula: compileOver(definition, rule.formula),
    fallback: rule.whenBaseNotPositive === null ? null : compileOver(definition, rule.whenBaseNotPositive.formula),
  }));
  compiled.set(definition, made);
  return made;
}

function compileOver(definition: IndicatorDefinition, text: string): CompiledFormula {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`change formula of ${definition.code} cannot be parsed: ${text}`);
  return compileFormula({
    ast: parsed.ast,
    periodType: definition.periodType,
    definitions: new Map([[definition.code, definition]]),
  });
}
