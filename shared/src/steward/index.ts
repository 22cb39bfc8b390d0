export {
  CreateRuleInput,
  MOST_RULE_CELLS,
  NewRuleDraft,
  RulePreviewInput,
  type RuleSubject,
  RuleSubjectInput,
} from "./new-quality-rule.ts";
export {
  LiftLockInput,
  LockPeriodInput,
  MOST_LOCKED,
  type PeriodLockLine,
  PeriodLocksInput,
  type PeriodLocksModel,
} from "./period-lock.ts";
export {
  ChangeRuleInput,
  QualityRuleDraft,
  type QualityRuleLine,
  QualityRulesInput,
  type QualityRulesModel,
  type RulePreviewModel,
} from "./quality-rule-change.ts";
export {
  AddSignatureKeyInput,
  RevokeSignatureKeyInput,
  SIGNATURE_KEYID,
  SIGNATURE_PUBLIC_KEY,
  type SignatureKeyLine,
} from "./signature-key.ts";
