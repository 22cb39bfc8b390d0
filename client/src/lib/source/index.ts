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
export {
  exampleQuery,
  expectedQuery,
  feedQuery,
  feedsQuery,
  flagQuery,
  flagsQuery,
  heatQuery,
  keysQuery,
  refusalsQuery,
  scoresQuery,
  submissionQuery,
  submissionsQuery,
} from "./steward-queries.ts";
export type {
  FeedSource,
  FlagsQuestion,
  HeatQuestion,
  QualitySource,
  SendOutcome,
  SendQuestion,
  SentFormat,
  SubmissionsQuestion,
} from "./steward-source.ts";
export {
  decisionPreviewQuery,
  locksQuery,
  pullsQuery,
  rulePreviewQuery,
  ruleSubjectQuery,
  rulesQuery,
  signatureKeysQuery,
} from "./tool-queries.ts";
export type { ToolSource } from "./tool-source.ts";
export { screenFault } from "./trpc-source.ts";
