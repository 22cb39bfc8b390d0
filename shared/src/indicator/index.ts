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
  TimeAggregation,
  ValueType,
} from "./indicator.ts";
