import type { ApprovalPreview } from "@bochiso/shared/feed";
import type { PullListModel, PullPreview, PullRunInput, PullSwitchInput } from "@bochiso/shared/pull";
import type {
  AddSignatureKeyInput,
  ChangeRuleInput,
  CreateRuleInput,
  LiftLockInput,
  LockPeriodInput,
  PeriodLocksInput,
  PeriodLocksModel,
  QualityRulesInput,
  QualityRulesModel,
  RevokeSignatureKeyInput,
  RulePreviewInput,
  RulePreviewModel,
  RuleSubject,
  SignatureKeyLine,
} from "@bochiso/shared/steward";

/** What stewards look at and change now and then: locks of periods, signature keys, quality rules, pulled sources, what an approval would do. */
export interface ToolSource {
  locks(input: PeriodLocksInput, signal?: AbortSignal): Promise<PeriodLocksModel>;
  lockPeriod(input: LockPeriodInput): Promise<{ ids: string[] }>;
  liftLock(input: LiftLockInput): Promise<{ lifted: boolean }>;
  signatureKeys(feed: string, signal?: AbortSignal): Promise<SignatureKeyLine[]>;
  addSignatureKey(input: AddSignatureKeyInput): Promise<{ keyid: string }>;
  revokeSignatureKey(input: RevokeSignatureKeyInput): Promise<{ keyid: string }>;
  rules(input: QualityRulesInput, signal?: AbortSignal): Promise<QualityRulesModel>;
  previewRule(input: RulePreviewInput, signal?: AbortSignal): Promise<RulePreviewModel>;
  ruleSubject(indicator: string, signal?: AbortSignal): Promise<RuleSubject>;
  createRule(input: CreateRuleInput): Promise<{ code: string; version: number }>;
  changeRule(input: ChangeRuleInput): Promise<{ code: string; version: number }>;
  previewDecision(submission: string, signal?: AbortSignal): Promise<ApprovalPreview>;
  pulls(feed: string, signal?: AbortSignal): Promise<PullListModel>;
  previewPull(source: string): Promise<PullPreview>;
  runPull(input: PullRunInput): Promise<{ source: string }>;
  switchPull(input: PullSwitchInput): Promise<{ enabled: boolean }>;
}
