import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { courseOf } from "../target/course-of.ts";
import type { Target } from "../target/target.ts";
import { targetPeriod } from "../target/target-period.ts";
import { yearsUntil } from "./required-growth.ts";
import { StatusRule } from "./status-rule.ts";

/** Baseline to target at least this many years apart make a multi-year target. */
const MULTI_YEAR = 2;

/**
 * The method for a definition that names none: a range for range targets and policy bands; required growth for a target that
 * moves from a baseline over two years or more; completion of plan for every other target; else direction.
 */
export function defaultRule(
  definition: Pick<
    IndicatorDefinition,
    "periodType" | "accumulation" | "aggregation" | "direction" | "display" | "targetBand"
  >,
  target: Target | null,
): StatusRule {
  if (target?.goal.kind === "range" || (target === null && definition.targetBand !== null)) {
    return StatusRule.parse({ method: "range", version: 1 });
  }
  if (target === null) return StatusRule.parse({ method: "direction", version: 1 });
  const baseline = target.baseline;
  const multiYear =
    baseline !== null &&
    courseOf(target, definition) === "moves" &&
    target.pace.kind === "linear" &&
    yearsUntil(targetPeriod(baseline.period), targetPeriod(target.by)) >= MULTI_YEAR;
  return StatusRule.parse({ method: multiYear ? "required-growth" : "plan-completion", version: 1 });
}
