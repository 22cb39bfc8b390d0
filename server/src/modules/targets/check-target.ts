import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { childPeriods, nests, type Period, parsePeriod } from "@bochiso/shared/period";
import { bareDueByNow, courseOf, type Target } from "@bochiso/shared/target";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { ProblemFacts } from "./problem-text.ts";
import type { TargetProblemCode } from "./target-command.ts";

/** A fault found in a target: where, which rule, with what. */
export interface Fault extends ProblemFacts {
  readonly field: string | null;
  readonly code: TargetProblemCode;
}

/** Every rule of the catalogue that a target breaks: codes, unit, periods, direction, natural limits. */
export function checkTarget(catalogue: Catalogue, target: Target, unit: string): Fault[] {
  const definition = catalogue.definitions.get(target.indicator);
  const faults = [...checkCodes(catalogue, target, definition)];
  if (definition === undefined) return faults;
  faults.push(...checkPeriods(target, definition), ...checkGoal(target, definition));
  if (unit !== definition.unit) {
    faults.push({ field: "unit", code: "unit-mismatch", got: unit, expected: definition.unit });
  }
  return faults;
}

function* checkCodes(
  { areas, dimensionCodes }: Catalogue,
  { indicator, area, breakdown }: Target,
  definition: IndicatorDefinition | undefined,
): Iterable<Fault> {
  if (!areas.has(area)) yield { field: "area", code: "area-unknown", got: area };
  if (definition === undefined) {
    yield { field: "indicator", code: "indicator-unknown", got: indicator };
    return;
  }
  const known = definition.breakdowns.map(({ dimension }) => dimension);
  for (const [dimension, code] of Object.entries(breakdown)) {
    const field = `breakdown.${dimension}`;
    if (!known.includes(dimension)) {
      yield { field, code: "dimension-unknown", got: dimension, expected: known.join(", ") };
    } else if (dimensionCodes.get(dimension)?.has(code) !== true) {
      yield { field, code: "code-unknown", got: code, expected: dimension };
    }
  }
  for (const { dimension, required } of definition.breakdowns) {
    if (required && !(dimension in breakdown)) {
      yield { field: `breakdown.${dimension}`, code: "dimension-missing", got: dimension };
    }
  }
}

function* checkPeriods(target: Target, definition: IndicatorDefinition): Iterable<Fault> {
  const { by, baseline, pace } = target;
  const { periodType } = definition;
  const parsed = parsePeriod(by);
  // A level that holds is asked of every period; what adds up or moves needs its periods within the deadline.
  const holds = courseOf(target, definition) === "holds";
  if (!parsed.ok || periodType === "static" || !(holds || nests(periodType, parsed.period.type))) {
    yield { field: "by", code: "period-does-not-nest", got: by, expected: periodType };
    return;
  }
  const start = baseline === null ? null : parsePeriod(baseline.period);
  if (start !== null && (!start.ok || !nests(periodType, start.period.type))) {
    yield { field: "baseline.period", code: "period-does-not-nest", got: baseline?.period ?? "", expected: periodType };
    return;
  }
  if (pace.kind === "custom" && !holds && !hasLevel(target, definition, parsed.period)) {
    yield { field: "pace.shares", code: "pace-does-not-fit", got: by };
  }
}

/** Whether the pace gives the last period of the deadline a level. */
function hasLevel(target: Target, definition: IndicatorDefinition, by: Period): boolean {
  const { periodType: type } = definition;
  const last = { type, ordinal: childPeriods(by, type).last };
  return bareDueByNow({ target, subject: definition, period: last, history: new Map() }) !== null;
}

function* checkGoal({ goal, baseline }: Target, { direction, limits }: IndicatorDefinition): Iterable<Fault> {
  if (goal.kind === "value" && direction === "band") yield { field: "goal", code: "direction-needs-range" };
  if (goal.kind === "value" && direction === "neutral") yield { field: "goal", code: "direction-missing" };
  const named = [
    ...(goal.kind === "value"
      ? [{ field: "goal.value", value: goal.value }]
      : [
          { field: "goal.min", value: goal.min },
          { field: "goal.max", value: goal.max },
        ]),
    { field: "baseline.value", value: baseline?.value ?? null },
  ];
  const { min, max, minExclusive } = limits;
  for (const { field, value } of named) {
    if (value === null) continue;
    const below = min !== null && (minExclusive ? value <= min : value < min);
    if (below || (max !== null && value > max)) {
      const expected = `${min ?? "−∞"}…${max ?? "+∞"}`;
      yield { field, code: "outside-natural-limits", got: String(value), expected };
    }
  }
}
