import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { lastDay } from "../period/last-day.ts";
import type { Period } from "../period/period.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { defaultRule } from "../status/default-rule.ts";
import type { StatusRule } from "../status/status-rule.ts";
import type { Numbers } from "../target/numbers.ts";
import type { Target } from "../target/target.ts";
import { targetPeriod } from "../target/target-period.ts";
import { targetSpan } from "../target/target-span.ts";

/** What a card is judged by: the target its period answers, the method, and the whole series it is judged over. */
export interface Judgement {
  readonly target: Target | null;
  readonly rule: StatusRule;
  /** In the indicator's unit, up to the period shown; the fold of hysteresis starts at its first period. */
  readonly history: Numbers;
  /** Ordinals up to the period shown whose value is a forecast (status F): it is no figure to judge by, so not in `history`. */
  readonly forecasts?: readonly number[] | undefined;
  /** Ordinals at which a new series begins in this area. */
  readonly breaks: readonly number[];
}

/** The method of a definition: its own, else the one that its attributes and the target ask for (`defaultRule`). */
export function ruleOf(definition: IndicatorDefinition, target: Target | null): StatusRule {
  return definition.statusRule ?? defaultRule(definition, target);
}

/** Whether a status needs more of the series than a card draws: every method but the bare direction folds over its history. */
export function needsHistory(definition: IndicatorDefinition, targets: readonly Target[]): boolean {
  return targets.length > 0 || ruleOf(definition, null).method !== "direction";
}

/**
 * The target of a series that a period answers: in force on the last day of the period and counting it; assigned ones before
 * planned ones, then the nearest deadline, then the latest in force. Null where none says anything about the period.
 */
export function targetFor(targets: readonly Target[], definition: IndicatorDefinition, period: Period): Target | null {
  const day = lastDay(period);
  const [found] = targets
    .filter(({ validity }) => validity.from <= day && (validity.to === null || day <= validity.to))
    .filter((target) => typeof targetSpan(target, definition, period) !== "string")
    .toSorted(
      (a, b) =>
        Number(a.scenario === "plan") - Number(b.scenario === "plan") ||
        compare(lastDay(targetPeriod(a.by)), lastDay(targetPeriod(b.by))) ||
        compare(b.validity.from, a.validity.from) ||
        compare(a.id, b.id),
    );
  return found ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ordinals of the declared breaks of comparability that concern an area. */
export function breaksIn(
  { breaks, periodType }: Pick<IndicatorDefinition, "breaks" | "periodType">,
  area: string,
): number[] {
  return breaks
    .filter(({ areas }) => areas === undefined || areas.includes(area))
    .map(({ from }) => periodFromId(from, periodType).ordinal);
}
