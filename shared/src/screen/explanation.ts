import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { IndicatorCode } from "../indicator/indicator.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Origin, Scenario } from "../observation/scenario.ts";
import type { Value } from "../observation/value.ts";
import type { Text } from "../text/text.ts";
import type { PeriodLabel } from "./card.ts";

/** The observation behind a leaf: what was stored, by which submission, when. */
export interface ExplainedObservation {
  revision: number;
  status: string | null;
  valueText: string | null;
  note: string | null;
  feed: string | null;
  submission: string | null;
  publisher: Text | null;
  document: string | null;
  /** ISO instant. */
  recordedAt: string;
  commitSeq: number;
}

/**
 * Why a number is what it is. A derived node has `formula` and `operands`; a leaf has `observation`.
 * `ref` is the operand as written in the parent's formula.
 */
export interface ExplanationNode {
  ref: string;
  indicator: IndicatorCode;
  name: Text;
  area: AreaCode;
  areaName: Text;
  breakdown: BreakdownKey;
  breakdownLabel: Text | null;
  scenario: Scenario;
  origin: Origin | null;
  period: PeriodLabel;
  value: Value;
  /** As sent; of a computed number the least firm status it stands on. */
  status: ObservationStatus | null;
  unit: Text;
  decimals: number;
  formula: string | null;
  /** The formula in words, every function of it; null where there is no formula. */
  formulaText: Text | null;
  definitionVersion: number | null;
  operands: ExplanationNode[];
  observation: ExplainedObservation | null;
  /** The other origin of the same cell where both exist, with what explains the difference. */
  beside: { origin: Origin; value: Value; difference: Value; reason: Text } | null;
  simulated: boolean;
  /** True where depth or width was cut; the node can be asked for on its own. */
  truncated: boolean;
}
