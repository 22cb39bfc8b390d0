import type { IndicatorDefinition } from "../indicator/indicator.ts";

/** What of a definition decides how a target on it is read. */
export type TargetSubject = Pick<
  IndicatorDefinition,
  "periodType" | "accumulation" | "aggregation" | "direction" | "display"
>;
