import type { Coverage } from "../aggregation/combine-all.ts";
import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { CombiningRule } from "../graph/aggregation-rule.ts";
import type { CellWay } from "../graph/cell-parts.ts";
import type { Display, IndicatorCode } from "../indicator/indicator.ts";
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
 * In what respect a cell stands in for what was asked: a published figure where the system also computes one; a computed
 * figure where the report says there is none; a period coarser than the one asked for (an annual plan in a month); a
 * former unit's figure; the next argument of `coalesce` after an empty one.
 */
export type Substitution = "published" | "computed" | "coarser-period" | "former-unit" | "fallback";

/** A quality rule that a reported value breaks and that nobody has confirmed it against. */
export interface ExplainedDoubt {
  /** Id of the flag: the input of `quality.flag`. */
  flag: number;
  /** Nobody reviewed it yet, or somebody found the value wrong. */
  state: "open" | "wrong";
  /** Name of the rule. */
  rule: Text;
}

/** What a part of a whole counts for. */
export interface ExplainedPart {
  /** How much of the part belongs to the whole, 0–1. */
  share: number;
  /** Value of the weight in this part; null where parts are not weighed. */
  weight: Value | null;
  /** The cells the weight was read from: mostly one. */
  weights: ExplanationNode[];
}

/** How a value came about: as stored cells do, or aggregated from the indicator's own periods when it was asked for. */
export type ExplainedWay = CellWay | "over-time";

/** How a whole is made of its parts. */
export interface ExplainedWhole {
  /** Null: carried over from the one part, unchanged. `last` only over time. */
  combination: CombiningRule | "last" | null;
  /** Whether the definition allows a value of some of the parts. */
  partialAllowed: boolean;
  coverage: Coverage | null;
  /** What the parts are, in the plural: "tỉnh, thành phố". */
  parts: Text;
}

/** What a formula over partial wholes stands on: the coverage of the least covered of its operands, in that one's parts. */
export interface ExplainedPartial {
  coverage: Coverage;
  /** What the parts are, in the plural: "tỉnh, thành phố". */
  parts: Text;
}

/**
 * Why a number is what it is. A node by formula has `formula` and `operands`; a whole has `whole` and its parts in
 * `operands`, those without a number first, then by size; a leaf has `observation`. `ref` is the operand as written in
 * the parent's formula. Values are stored ones in `unit`; `display` is how cards show them.
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
  /** How cards show the value: `shown = (value + growthOffset) × display.factor`. */
  display: Display;
  growthOffset: number;
  /** How a computed cell came about; null where nothing was computed. */
  way: ExplainedWay | null;
  whole: ExplainedWhole | null;
  /** Of a formula some operand of which is a partial whole; else null. */
  partial: ExplainedPartial | null;
  /** Of a part of a whole; null of operands and of the top. */
  part: ExplainedPart | null;
  formula: string | null;
  /** The formula in words, every function of it; null where there is no formula. */
  formulaText: Text | null;
  definitionVersion: number | null;
  operands: ExplanationNode[];
  /** Operands or parts beyond the width; `operands` are then the first ones. */
  omitted: { count: number; withoutNumber: number } | null;
  substitutions: Substitution[];
  observation: ExplainedObservation | null;
  /** Of a reported value that is doubted; null of every other node. */
  doubt: ExplainedDoubt | null;
  /** The other origin of the same cell where both exist, with what explains the difference. */
  beside: { origin: Origin; value: Value; difference: Value; reason: Text } | null;
  simulated: boolean;
  /** True where depth or width was cut; the node can be asked for on its own. */
  truncated: boolean;
}

/** The answer to "why is this number what it is". */
export interface Explanation extends ExplanationNode {
  /** The commit whose state is explained, with when it was recorded (ISO instant); null: the present one. */
  asOf: { commitSeq: number; recordedAt: string } | null;
}
