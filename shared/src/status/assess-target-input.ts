import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { missingValue, numberValue, type Value } from "../observation/value.ts";
import type { Period } from "../period/period.ts";
import type { BlockState } from "../screen/card.ts";
import type { Numbers } from "../target/numbers.ts";
import type { Target } from "../target/target.ts";
import type { Text } from "../text/text.ts";
import type { StatusRule } from "./status-rule.ts";

/** Everything a card's status follows from; nothing else is looked up. */
export interface AssessTargetInput {
  readonly rule: StatusRule;
  readonly target: Target | null;
  readonly subject: Pick<
    IndicatorDefinition,
    "periodType" | "accumulation" | "aggregation" | "direction" | "display" | "targetBand"
  >;
  readonly period: Period;
  /** The value shown; absent from `history` where it is missing. */
  readonly value: Value;
  /** The whole series as known at the moment asked: the fold of hysteresis starts at its first period. */
  readonly history: Numbers;
  readonly breaks?: readonly number[] | undefined;
  readonly condition: BlockState;
  readonly conditionReason?: Text | null | undefined;
}

/** Ordinals with a number before a period, in order. */
export function ordinalsBefore(history: Numbers, period: Period): number[] {
  return [...history.keys()].filter((ordinal) => ordinal < period.ordinal).sort((a, b) => a - b);
}

/** The number at an ordinal as a value; a gap is `not-reported`. */
export function numberAt(history: Numbers, ordinal: number): Value {
  const value = history.get(ordinal);
  return value === undefined ? missingValue("not-reported") : numberValue(value);
}
