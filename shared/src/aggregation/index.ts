export { type AgencyLineage, agencyLineage } from "./agency-lineage.ts";
export { aggregate } from "./aggregate.ts";
export {
  aggregateOverTime,
  type PeriodPart,
  spansBreak,
  type TimedDefinition,
  timeAggregationRefused,
  timeRefusal,
} from "./aggregate-over-time.ts";
export { type AggregationPlaces, createAggregationPlaces } from "./aggregation-places.ts";
export { areaLineage } from "./area-lineage.ts";
export { coarserRefusal } from "./coarser-refusal.ts";
export type { Aggregate, Combination, CombinationRule, Coverage, Part, PartWithoutNumber } from "./combine-all.ts";
export { type FrequencyChoice, frequencyChoices } from "./frequency-choices.ts";
export type { LineageStep } from "./lineage.ts";
export type { Link, LinkedParts, LinkKind, LinkTable } from "./link-table.ts";
export { type RecastDefinition, recastRefusal } from "./recast-refusal.ts";
export { withSuccessorBreaks } from "./with-successor-breaks.ts";
