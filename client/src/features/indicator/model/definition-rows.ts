import {
  ACCUMULATION_MEANINGS,
  AREA_AGGREGATION_WORDS,
  CLASS_WORDS,
  COMPARABILITY_USES,
  COMPARABILITY_WORDS,
  CRITERION_WORDS,
  DIRECTION_WORDS,
  formatNumber,
  PERIOD_TYPE_WORDS,
  TIME_AGGREGATION_WORDS,
  VALUE_TYPE_WORDS,
} from "@bochiso/shared/i18n";
import type { DueRule, IndicatorDefinition } from "@bochiso/shared/indicator";
import type { IndicatorModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { indicatorWords } from "../words.ts";

export interface DefinitionRow {
  name: string;
  /** One line per item; an empty list is said to be missing. */
  lines: string[];
  /** In Vietnamese on every screen: a text of the agency that has no official translation. */
  original?: boolean;
  /** Shown in the type of formulas. */
  formula?: boolean;
}

export interface DefinitionContext {
  agencyName: string;
  dimensions: IndicatorModel["dimensions"];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function limitsLine({ limits }: IndicatorDefinition, language: Language): string[] {
  const t = indicatorWords[language].definition;
  const say = (value: number) => formatNumber(value, { lang: language, decimals: Number.isInteger(value) ? 0 : 2 });
  const { min, max, minExclusive } = limits;
  if (min !== null && max !== null) return [t.between(say(min), say(max))];
  if (min !== null) return [minExclusive ? t.above(say(min)) : t.atLeast(say(min))];
  return max === null ? [] : [t.atMost(say(max))];
}

function dueLine(rule: DueRule | null, language: Language): string[] {
  if (rule === null) return [];
  const t = indicatorWords[language].definition;
  const lag = rule.lagDays === undefined ? (rule.after ?? "") : t.lag(rule.lagDays, rule.workingDays);
  return [lag, rule.basis === "administrative" ? t.administrative : "", rule.proposed ? t.proposed : ""].filter(
    Boolean,
  );
}

function comparabilityLines(definition: IndicatorDefinition, language: Language): string[] {
  const t = indicatorWords[language].definition;
  const uses = COMPARABILITY_USES.filter((use) => definition.comparability.includes(use));
  const words = uses.map((use) => COMPARABILITY_WORDS[use][language]).join("; ");
  const breaks = definition.breaks.map((each) => t.breakFrom(each.from, each.reason[language]));
  return [words === "" ? "" : capital(words), ...breaks].filter(Boolean);
}

/**
 * Every attribute that Art. 10.4.d and Decree 94/2022/NĐ-CP ask of a definition, in the order of the clause. Missing
 * ones have no lines: the page says so instead of leaving them out.
 */
export function definitionRows(
  it: IndicatorDefinition,
  context: DefinitionContext,
  language: Language,
): DefinitionRow[] {
  const t = indicatorWords[language].definition;
  const names = new Map(context.dimensions.map(({ code, name }) => [code, name[language]]));
  const breakdowns = it.breakdowns.map(({ dimension, required }) => {
    const name = names.get(dimension) ?? dimension;
    return required ? `${name} (${t.required})` : name;
  });
  const line = (text: string) => (text.trim() === "" ? [] : [text]);
  return [
    { name: t.method, lines: line(it.method[language]), original: it.method[language] === it.method.vi },
    { name: t.formula, lines: it.formula === null ? [t.notDerived] : [it.formula], formula: it.formula !== null },
    { name: t.unit, lines: line(t.unitWith(it.display.unit[language], it.display.decimals)) },
    { name: t.valueType, lines: [capital(VALUE_TYPE_WORDS[it.valueType][language])] },
    { name: t.accumulation, lines: [capital(ACCUMULATION_MEANINGS[it.accumulation][language])] },
    { name: t.direction, lines: [capital(DIRECTION_WORDS[it.direction][language])] },
    { name: t.limits, lines: limitsLine(it, language) },
    { name: t.breakdowns, lines: breakdowns },
    { name: t.period, lines: [PERIOD_TYPE_WORDS[it.periodType][language]].map(capital) },
    { name: t.due, lines: dueLine(it.dueRule, language) },
    { name: t.source, lines: line(it.dataSource), original: true },
    { name: t.comparability, lines: comparabilityLines(it, language) },
    { name: t.areaAggregation, lines: [capital(AREA_AGGREGATION_WORDS[it.aggregation.area][language])] },
    { name: t.timeAggregation, lines: [capital(TIME_AGGREGATION_WORDS[it.aggregation.time][language])] },
    { name: t.agency, lines: line(context.agencyName) },
    { name: t.legalBasis, lines: line(it.legalBasis), original: true },
    {
      name: t.criteria,
      lines: it.criteria.map((criterion) => `${criterion}) ${CRITERION_WORDS[criterion][language]}`),
    },
    { name: t.access, lines: [capital(CLASS_WORDS[it.class][language])] },
    { name: t.reported, lines: [it.formula === null || it.acceptsReported ? t.acceptsReported : t.computedOnly] },
  ];
}
