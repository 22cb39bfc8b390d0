export { checkRule, type RuleWorld } from "./check-rule.ts";
export { type FindingWords, findingText, QUALITY_KIND_WORDS } from "./finding-text.ts";
export { findingTitle } from "./finding-title.ts";
export { isUsualChange, judgeChange, reachOfChange } from "./judge-change.ts";
export { type ExpectedCell, expectedCells, gapReach, judgeCompleteness, type Presence } from "./judge-completeness.ts";
export { bindCondition } from "./judge-condition.ts";
export { judgeMagnitude, MAGNITUDE_HISTORY } from "./judge-magnitude.ts";
export { judgeRange } from "./judge-range.ts";
export { judgeTimeliness } from "./judge-timeliness.ts";
export type { NumberSeries } from "./number-series.ts";
export {
  broken,
  evidenceOf,
  NOT_JUDGED,
  PASSED,
  QualityFinding,
  QualityReviewVerdict,
  QualityState,
  type QualityVerdict,
} from "./quality-finding.ts";
export { buildQualityGraph, type ConditionRule, type QualityGraph } from "./quality-graph.ts";
export {
  type CheckOf,
  QualityCheck,
  type QualityCheckKind,
  QualityRule,
  QualityRuleCode,
  QualitySeverity,
  VALUE_CHECKS,
} from "./quality-rule.ts";
export { ruleFormula } from "./rule-formula.ts";
export { ruleText } from "./rule-text.ts";
