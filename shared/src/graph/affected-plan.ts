import type { Coverage } from "../aggregation/combine-all.ts";
import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { SeriesAddress } from "../formula/operand.ts";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import type { IndicatorCode } from "../indicator/indicator.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Value } from "../observation/value.ts";
import type { Period } from "../period/period.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { CellWay } from "./cell-parts.ts";

/** The affected cells of one derived series, ordinals ascending. Scenario is always actual, origin computed. */
export interface AffectedSeries {
  readonly indicator: IndicatorCode;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly periodType: PeriodType;
  readonly ordinals: readonly number[];
}

/** Derived cells to recompute, in dependency order: evaluating the series one after the other is right. */
export interface AffectedPlan {
  readonly series: readonly AffectedSeries[];
  /** Number of cells over all series. */
  readonly cellCount: number;
}

/** One derived cell. */
export interface DerivedCell {
  readonly indicator: IndicatorCode;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly period: Period;
}

/** One series and the runs of periods the evaluation of a plan can read, merged and ascending. */
export interface OperandRanges extends SeriesAddress {
  readonly periodType: PeriodType;
  /** For `static` series: days; read every validity that starts on or before `last`. */
  readonly ranges: readonly OrdinalRange[];
}

/** What one derived cell comes to. Not live: nothing is stored, and what was stored becomes missing. */
export interface CellOutcome {
  readonly value: Value;
  readonly live: boolean;
  /** Of a number: the least firm status among the numbers it was computed from. */
  readonly status: ObservationStatus | null;
  /** How it came about. */
  readonly way: CellWay;
  /** What a whole stands on, or of a formula the least covered partial number it was computed from; else null. */
  readonly coverage: Coverage | null;
}

/** What a derived cell comes to, with the cell. */
export interface EvaluatedResult extends CellOutcome {
  readonly cell: DerivedCell;
}

/** What the cells of one series come to, in the order of its ordinals. */
export interface EvaluatedSeries {
  readonly series: AffectedSeries;
  readonly outcomes: readonly CellOutcome[];
}
