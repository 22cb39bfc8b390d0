import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { StatusRule } from "../status/status-rule.ts";
import { mapGoal } from "../target/goal.ts";
import type { Target } from "../target/target.ts";
import { growthOffset, shownDisplay } from "./growth-offset.ts";
import type { JudgedValue } from "./judged-value.ts";
import type { ReadDisplay } from "./level-text.ts";

/** A judged value in the terms it is shown in, with how its levels are read. */
export interface ShownValue extends JudgedValue {
  readonly definition: IndicatorDefinition & { readonly display: ReadDisplay };
}

/**
 * A value as it is shown and meant: a comparison index ("so với cùng kỳ = 100") is judged as the growth it stands for. A growth
 * of 4 % against a target of 9 % is 44 % of it; of the bare indices 104 and 109 it would be 95 %, and every target met.
 */
export function shownTerms(judged: JudgedValue): ShownValue {
  const { definition, judgement, value } = judged;
  const offset = growthOffset(definition);
  if (offset === 0) return judged;
  const move = (number: number): number => number + offset;
  return {
    ...judged,
    definition: {
      ...definition,
      display: { ...shownDisplay(definition), reads: "growth" },
      targetBand: movedBand(definition, move),
    },
    value: value.kind === "number" ? { kind: "number", value: move(value.value) } : value,
    judgement: {
      ...judgement,
      target: judgement.target === null ? null : movedTarget(judgement.target, move),
      rule: movedRule(judgement.rule, move),
      history: new Map([...judgement.history].map(([ordinal, number]) => [ordinal, move(number)])),
    },
  };
}

type Move = (number: number) => number;

function movedTarget(target: Target, move: Move): Target {
  const { baseline } = target;
  return {
    ...target,
    goal: mapGoal(target.goal, move),
    baseline: baseline === null ? null : { ...baseline, value: move(baseline.value) },
  };
}

function movedBand({ targetBand: band }: IndicatorDefinition, move: Move): IndicatorDefinition["targetBand"] {
  if (band === null) return null;
  const { min, max } = band;
  return { ...band, min: min === null ? null : move(min), max: max === null ? null : move(max) };
}

function movedRule(rule: StatusRule, move: Move): StatusRule {
  if (rule.method !== "threshold-bands") return rule;
  const { near, limit } = rule.params;
  return { ...rule, params: { ...rule.params, near: move(near), limit: move(limit) } };
}
