export type { AssessmentModel, PaceModel, TargetModel } from "./assessment.ts";
export type {
  BlockState,
  CardChange,
  CardModel,
  CellRef,
  PeriodLabel,
  ProgressStatus,
  SourceLine,
  SparkPoint,
} from "./card.ts";
export type {
  ExplainedDoubt,
  ExplainedObservation,
  ExplainedPart,
  ExplainedWay,
  ExplainedWhole,
  Explanation,
  ExplanationNode,
  Substitution,
} from "./explanation.ts";
export type {
  ForecastActual,
  ForecastModel,
  ForecastStep,
  ForecastSubject,
  ForecastYear,
  HiddenForecastModel,
  ShownForecastModel,
} from "./forecast-model.ts";
export type { FormulaCatalogueModel, FormulaCheckModel, FormulaIndicator, FormulaValueModel } from "./formula-model.ts";
export type { GroupModel } from "./group.ts";
export type { BreakdownRow, IndicatorModel, OriginPair, RevisionRow, TrendPoint } from "./indicator-screen.ts";
export type { LiveBeat, LiveChange, LiveEvent } from "./live.ts";
export type { OverTimeModel } from "./over-time.ts";
export type {
  AreaComparison,
  AreaRecast,
  AreaRow,
  ComparisonBasis,
  GroupBand,
  GroupBlock,
  HeadlineRun,
  OverviewModel,
  RankingOrder,
  Readiness,
  ScreenFrame,
} from "./overview.ts";
export type {
  QualityEventModel,
  QualityFlagModel,
  QualityFlagRow,
  QualityFlagsModel,
  QualityHeatCell,
  QualityHeatModel,
  QualityHeatRow,
  QualityNeighbour,
  QualityReviewModel,
  QualityRuleLabel,
  QualityScoreRow,
  QualityScoresModel,
  QualityShare,
} from "./quality-screen.ts";
export { ScopeId, type ScopeLevel } from "./scope.ts";
export { GOVERNMENT_SCOPE, SCOPE_ID, scopeIdOf } from "./scope-id-text.ts";
export type { IndicatorListRow, ScopeOption, SearchHit, ShellModel } from "./shell.ts";
export type { WholePeriod } from "./whole-period.ts";
