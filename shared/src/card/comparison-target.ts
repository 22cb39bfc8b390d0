import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { Period } from "../period/period.ts";
import { takenAs } from "../target/actual-to-date.ts";
import { courseOf } from "../target/course-of.ts";
import type { Target } from "../target/target.ts";
import { targetFor } from "./judgement.ts";
import { singleGoal } from "./progress.ts";
import { isAdditive } from "./ranking-order.ts";

/**
 * The goal that values of a period may be read against side by side, in the indicator's unit: of a target that stands at one
 * number in every period and is judged by the period's own value. Null for sums, since the goal of a whole is no measure of
 * its parts, and for goals still on their way.
 */
export function comparisonTarget(
  targets: readonly Target[],
  definition: IndicatorDefinition,
  period: Period,
): number | null {
  const target = isAdditive(definition) ? null : targetFor(targets, definition, period);
  if (target === null || courseOf(target, definition) !== "holds") return null;
  return takenAs(target, definition, period) === "latest" ? singleGoal(target.goal) : null;
}
