export {
  checkFormulaQuery,
  comparisonQuery,
  evaluateFormulaQuery,
  explainQuery,
  forecastQuery,
  formulaCatalogueQuery,
  groupQuery,
  indicatorQuery,
  indicatorsQuery,
  overTimeQuery,
  overviewQuery,
  searchQuery,
  shellQuery,
} from "./queries.ts";
export type {
  ExplainInput,
  FormulaValueInput,
  LiveHandlers,
  Measure,
  ScreenSource,
} from "./screen-source.ts";
export { SourceContext, useSource } from "./source-context.tsx";
export { screenFault } from "./trpc-source.ts";
