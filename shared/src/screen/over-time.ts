import type { TimeAggregation } from "../indicator/indicator.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { CardChange, CellRef } from "./card.ts";
import type { IndicatorModel } from "./indicator-screen.ts";

/** What a period of the trend stands on that was aggregated from the indicator's own periods. */
export interface WholePeriod {
  /** Own periods with a number, of those in it. */
  have: number;
  of: number;
  /** Whether it was not over when the screen was made: it is not compared with complete ones. */
  running: boolean;
  /** Whether its number stands on a part of it only, which the definition must allow. */
  partial: boolean;
  /** On the same period of last year; null where the definition declares no such comparison or the period is not whole. */
  growth: CardChange | null;
}

/** A series of the Chỉ số screen in coarser periods than its own. */
export interface OverTimeModel {
  subject: Omit<CellRef, "period">;
  frequency: PeriodType;
  /** Type of the indicator's own periods. */
  parts: PeriodType;
  rule: TimeAggregation;
  trend: Pick<IndicatorModel["trend"], "points" | "breaks" | "mergers">;
}
