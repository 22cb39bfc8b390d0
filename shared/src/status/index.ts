export { assess, type StatusCall } from "./assess.ts";
export { assessTarget } from "./assess-target.ts";
export type { AssessTargetInput } from "./assess-target-input.ts";
export type { DirectionInputs } from "./change-direction.ts";
export { defaultRule } from "./default-rule.ts";
export { type Ladder, type Rung, settle, settleInOrder } from "./ladder.ts";
export type { RangeInputs, ThresholdBandsInputs } from "./limits.ts";
export { completion, type PlanCompletionInputs } from "./plan-completion.ts";
export {
  type DatedValue,
  type GrowthScore,
  growthScore,
  type RequiredGrowthInputs,
  yearsUntil,
} from "./required-growth.ts";
export { type StatusAssessment, type StatusThreshold, statusWords } from "./status-assessment.ts";
export { STATUS_METHODS, type StatusMethodId } from "./status-method.ts";
export {
  DirectionParams,
  PlanCompletionParams,
  RangeParams,
  RequiredGrowthParams,
  StatusRule,
  ThresholdBandsParams,
} from "./status-rule.ts";
