import { z } from "zod";
import { AreaCode } from "../area/area-code.ts";
import { Approver } from "../feed/approver.ts";
import { type Display, IndicatorCode } from "../indicator/indicator.ts";
import { QualityCheck, type QualityCheckKind, QualitySeverity } from "../quality/quality-rule.ts";
import type { Text } from "../text/text.ts";
import { QualityRuleDraft } from "./quality-rule-change.ts";

/** Areas or breakdowns that one rule may name. */
export const MOST_RULE_CELLS = 400;

/** A rule that is to be made. Its code and name follow from its indicator and kind. */
export const NewRuleDraft = z.object({
  indicator: IndicatorCode,
  check: QualityCheck,
  severity: QualitySeverity,
  /** Cells it is asked of; null: every area, every breakdown. Rules about deliveries name theirs in the check. */
  areas: z.array(AreaCode).min(1).max(MOST_RULE_CELLS).nullable(),
  breakdowns: z.array(z.string().max(500)).min(1).max(MOST_RULE_CELLS).nullable(),
});
export type NewRuleDraft = z.infer<typeof NewRuleDraft>;

/** A new rule, where its threshold comes from, why it is made, and who says so. */
export const CreateRuleInput = NewRuleDraft.extend({
  basis: z.string().trim().min(5).max(2_000),
  note: z.string().trim().min(5).max(1_000),
  by: Approver,
});
export type CreateRuleInput = z.infer<typeof CreateRuleInput>;

/** What is previewed: the next version of a rule, or a new one. */
export const RulePreviewInput = z.union([QualityRuleDraft, NewRuleDraft]);
export type RulePreviewInput = z.infer<typeof RulePreviewInput>;

/** The indicator that a rule is to be made for. */
export const RuleSubjectInput = z.object({ indicator: z.string().min(1).max(200) });
export type RuleSubjectInput = z.infer<typeof RuleSubjectInput>;

/** What a new rule of an indicator can be about. */
export interface RuleSubject {
  readonly indicator: string;
  readonly indicatorName: Text;
  /** How figures of its thresholds are written. */
  readonly display: Display;
  /** None: its figures are computed, and rules judge what was sent. */
  readonly kinds: readonly QualityCheckKind[];
  /** How its changes are measured as a rule: amounts as ratios, rates and indices as differences. */
  readonly measure: "ratio" | "difference";
  /** Areas and breakdowns (by canonical key, empty: the total) that something was sent for, in the order of the catalogue. */
  readonly areas: readonly { readonly code: string; readonly name: Text }[];
  readonly breakdowns: readonly { readonly key: string; readonly name: Text }[];
  readonly dimensions: readonly {
    readonly id: string;
    readonly name: Text;
    readonly codes: readonly { readonly code: string; readonly name: Text }[];
  }[];
}
