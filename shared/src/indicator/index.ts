export {
  Accumulation,
  AreaAggregation,
  ComparabilityBreak,
  Direction,
  Display,
  DueRule,
  IndicatorCode,
  IndicatorDefinition,
  NaturalLimits,
  SelectionCriterion,
  TargetBand,
  TimeAggregation,
  ValueType,
} from "./indicator.ts";
export { isComputedOnly } from "./is-computed-only.ts";
