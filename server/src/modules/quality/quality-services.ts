import type { QualityState } from "@bochiso/shared/quality";
import type { QualityFlagModel, QualityFlagsModel, QualityHeatModel, QualityScoresModel } from "@bochiso/shared/screen";
import type {
  ChangeRuleInput,
  CreateRuleInput,
  QualityRulesInput,
  QualityRulesModel,
  RulePreviewInput,
  RulePreviewModel,
  RuleSubject,
  RuleSubjectInput,
} from "@bochiso/shared/steward";
import type {
  QualityFlagInput,
  QualityFlagsInput,
  QualityHeatInput,
  QualityReviewInput,
  QualityWindowInput,
} from "./quality-input.ts";

/**
 * What the screens of quality call. Shapes: `shared/src/screen/quality-screen.ts`.
 *
 * `flags` paged, newest first; `flag` one with its rule, its history and the values around it; `scores` four shares per
 * feed; `heat` flags by line and month; `review` by a person (`by`: name and position as stated). `rules` in words;
 * `previewRule` what a draft would do to the flags, nothing written; `changeRule` puts it in force, flags follow in the
 * background; `ruleSubject` what a new rule of an indicator can be about, `createRule` makes it. Errors are `DomainError`s with a text in both languages: `flag-unknown`, `flag-resolved`, `flag-changed` (load
 * it again), `rule-unknown`, `rule-changed` (load it again), `rule-refused`, `indicator-unknown`.
 */
export interface QualityServices {
  flags(input: QualityFlagsInput): Promise<QualityFlagsModel>;
  flag(input: QualityFlagInput): Promise<QualityFlagModel>;
  scores(input: QualityWindowInput): Promise<QualityScoresModel>;
  heat(input: QualityHeatInput): Promise<QualityHeatModel>;
  review(input: QualityReviewInput): Promise<{ id: number; state: QualityState; commitSeq: number }>;
  rules(input: QualityRulesInput): Promise<QualityRulesModel>;
  previewRule(input: RulePreviewInput): Promise<RulePreviewModel>;
  ruleSubject(input: RuleSubjectInput): Promise<RuleSubject>;
  createRule(input: CreateRuleInput): Promise<{ code: string; version: number }>;
  changeRule(input: ChangeRuleInput): Promise<{ code: string; version: number }>;
}
