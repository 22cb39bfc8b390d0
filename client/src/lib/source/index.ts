export {
  comparisonQuery,
  explainQuery,
  groupQuery,
  indicatorQuery,
  indicatorsQuery,
  overviewQuery,
  searchQuery,
  shellQuery,
} from "./queries.ts";
export type {
  ComparisonInput,
  ExplainInput,
  GroupInput,
  IndicatorInput,
  LiveHandlers,
  Measure,
  OverviewInput,
  ScreenSource,
} from "./screen-source.ts";
export { SourceContext, useSource } from "./source-context.tsx";
export { type ScreenFault, screenFault } from "./trpc-source.ts";
