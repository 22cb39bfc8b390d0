import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";
import type { Period } from "../period/period.ts";
import type { BlockState } from "../screen/card.ts";
import type { Text } from "../text/text.ts";
import type { Judgement } from "./judgement.ts";

/** A card's value as it is judged. */
export interface JudgedValue {
  readonly definition: IndicatorDefinition;
  readonly judgement: Judgement;
  /** The period shown, else the one expected next. */
  readonly period: Period;
  readonly value: Value;
  readonly state: BlockState;
  readonly stateReason: Text | null;
}
