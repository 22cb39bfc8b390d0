import type { ReadDisplay } from "../card/level-text.ts";
import type { IndicatorDefinition } from "../indicator/indicator.ts";

/** What of a definition decides how a target on it is read. */
export type TargetSubject = Pick<IndicatorDefinition, "periodType" | "accumulation" | "aggregation" | "direction"> & {
  readonly display: ReadDisplay;
};
