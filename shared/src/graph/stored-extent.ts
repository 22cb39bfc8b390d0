import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { SeriesAddress } from "../formula/operand.ts";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import type { IndicatorCode } from "../indicator/indicator.ts";
import type { PeriodType } from "../period/period-type.ts";

/**
 * What is stored before the change, asked only where one changed cell reaches many series or an
 * open-ended run of periods (`@VN`, `@parent`, `[dim=_T]`, `rank`, static operands).
 */
export interface StoredExtent {
  /** Areas with at least one stored actual cell of the indicator, any origin. */
  areasOf(indicator: IndicatorCode): readonly AreaCode[];
  /** Breakdown keys stored for the indicator in an area. */
  breakdownsOf(indicator: IndicatorCode, area: AreaCode): readonly BreakdownKey[];
  /** First and last stored period of a series in the indicator's own period type; null when there is none. */
  periodsOf(series: SeriesAddress): OrdinalRange | null;
}

/** Cells of one series whose content changed. */
export interface ChangedCells extends SeriesAddress {
  readonly periodType: PeriodType;
  readonly ordinals: readonly number[];
}

/** A cell whose content changed. A plan, target, forecast or baseline may have a coarser period type than its indicator. */
export interface ChangedCell extends SeriesAddress {
  readonly period: { readonly type: PeriodType; readonly ordinal: number };
}
