import type { TimeAggregation } from "../indicator/indicator.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { CellRef } from "./card.ts";
import type { IndicatorModel } from "./indicator-screen.ts";

/** A series of the Chỉ số screen in coarser periods than its own. */
export interface OverTimeModel {
  subject: Omit<CellRef, "period">;
  frequency: PeriodType;
  /** Type of the indicator's own periods. */
  parts: PeriodType;
  rule: TimeAggregation;
  trend: Pick<IndicatorModel["trend"], "points" | "breaks" | "mergers">;
}
