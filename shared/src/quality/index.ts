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
export {
  type CheckOf,
  QualityCheck,
  type QualityCheckKind,
  QualityRule,
  QualityRuleCode,
  QualitySeverity,
  VALUE_CHECKS,
} from "./quality-rule.ts";
