import { parseFormula } from "../formula/parse-formula.ts";
import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { CardChange } from "../screen/card.ts";
import { isComparisonIndex } from "./growth-offset.ts";

/** How one change of a card is computed: a formula over the card's own series. */
export interface ChangeRule {
  kind: CardChange["kind"];
  formula: string;
  measure: CardChange["measure"];
  /** The formula and measure taken instead where the base is zero or negative. */
  whenBaseNotPositive: { formula: string; measure: "absolute" } | null;
}

/** What decides how a definition's changes are shown. */
export type ChangeSubject = Pick<
  IndicatorDefinition,
  "code" | "valueType" | "unit" | "accumulation" | "comparability" | "periodType" | "aggregation" | "formula"
>;

type Style = "percent" | "difference" | "none";

const STYLE = {
  amount: "percent",
  count: "percent",
  level: "percent",
  duration: "percent",
  ratio_pct: "difference",
  growth_pct: "difference",
  index_pct: "percent",
  index: "difference",
  ratio: "difference",
  score: "difference",
  difference: "difference",
  state: "none",
  timestamp: "none",
} as const satisfies Record<IndicatorDefinition["valueType"], Style>;

const PERCENT_UNITS: ReadonlySet<string> = new Set(["pct", "pp", "index_pct"]);

/** Period types that have no predecessor to compare with, or whose predecessor is last year's same period. */
const WITHOUT_PREVIOUS: ReadonlySet<string> = new Set(["year", "term", "static"]);

/**
 * The changes a card shows, in their order: same period last year, then previous period. Percent types, growths,
 * comparison indices, scores and ratios differ in their unit (điểm phần trăm where that is %), others in percent;
 * a series cumulated since January compares its months, not its sums. Only comparisons that the definition declares
 * (khả năng so sánh, Art. 10.4.d) are made.
 */
export function changeRules(definition: ChangeSubject): ChangeRule[] {
  const style = styleOf(definition);
  if (style === "none") return [];
  const declared = new Set(definition.comparability);
  const overYears = declared.has("yoy");
  const overPeriods = declared.has("mom") || overYears;
  const rules: ChangeRule[] = [];
  if (overYears && definition.periodType !== "static" && definition.periodType !== "term") {
    rules.push(rule(definition, style, "same-period-last-year"));
  }
  if (overPeriods && !WITHOUT_PREVIOUS.has(definition.periodType)) {
    rules.push(rule(definition, style, "previous-period"));
  }
  if (!overYears && overPeriods && definition.periodType === "year") {
    rules.push(rule(definition, style, "same-period-last-year"));
  }
  return rules;
}

/** Rates in % differ whatever their type; so do balances, whose sign a percent change would hide. */
function styleOf(definition: ChangeSubject): Style {
  if (isComparisonIndex(definition)) return "difference";
  const style: Style = STYLE[definition.valueType];
  const differs = (PERCENT_UNITS.has(definition.unit) && definition.valueType !== "index_pct") || isBalance(definition);
  return style === "percent" && differs ? "difference" : style;
}

/** One amount less another: "Cán cân thương mại", "Bội thu, bội chi". */
function isBalance({ formula }: ChangeSubject): boolean {
  if (formula === null) return false;
  const parsed = parseFormula(formula);
  return parsed.ok && parsed.ast.kind === "binary" && parsed.ast.operator === "-";
}

function rule(definition: ChangeSubject, style: Style, kind: CardChange["kind"]): ChangeRule {
  const x = comparedSeries(definition, kind);
  const difference = kind === "previous-period" ? `${x} - previous(${x})` : `${x} - yearAgo(${x})`;
  if (style === "difference") {
    const measure = PERCENT_UNITS.has(definition.unit) ? "points" : "absolute";
    return { kind, formula: difference, measure, whenBaseNotPositive: null };
  }
  const formula = kind === "previous-period" ? `pop(${x})` : `yoy(${x})`;
  return { kind, formula, measure: "percent", whenBaseNotPositive: { formula: difference, measure: "absolute" } };
}

/** Sums since January grow with every month: against the previous period it is the months that are compared. */
function comparedSeries(definition: ChangeSubject, kind: CardChange["kind"]): string {
  const summed = STYLE[definition.valueType] === "percent" && definition.accumulation === "ytd";
  return kind === "previous-period" && summed ? `inPeriod(${definition.code})` : definition.code;
}
