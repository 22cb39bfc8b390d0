import { z } from "zod";
import { Approver } from "../feed/approver.ts";
import type { Display } from "../indicator/indicator.ts";
import { QualityCheck, QualityRuleCode, QualitySeverity } from "../quality/quality-rule.ts";
import type { QualityRuleLabel } from "../screen/quality-screen.ts";
import type { Text } from "../text/text.ts";

/** Which rules: those of an indicator, or every one. */
export const QualityRulesInput = z.object({ indicator: z.string().min(1).max(200).optional() });
export type QualityRulesInput = z.infer<typeof QualityRulesInput>;

/** A rule as it shall be; what it is about (indicator, cells, kind, name) stays. */
export const QualityRuleDraft = z.object({
  code: QualityRuleCode,
  /** The version that was on screen: a change of another one is refused. */
  seen: z.number().int().positive(),
  /** Of the same kind as before. */
  check: QualityCheck,
  severity: QualitySeverity,
  /** Turned off: its flags are resolved. */
  retired: z.boolean(),
});
export type QualityRuleDraft = z.infer<typeof QualityRuleDraft>;

/** The next version of a rule, where its threshold comes from, why it changes, and who says so. */
export const ChangeRuleInput = QualityRuleDraft.extend({
  basis: z.string().trim().min(5).max(2_000),
  note: z.string().trim().min(5).max(1_000),
  by: Approver,
});
export type ChangeRuleInput = z.infer<typeof ChangeRuleInput>;

/** A rule as stewards see it. */
export interface QualityRuleLine {
  readonly rule: QualityRuleLabel;
  readonly indicator: string;
  readonly indicatorName: Text;
  /** Cells it is asked of, in words; null: all of them. */
  readonly areas: Text | null;
  readonly breakdowns: Text | null;
  readonly check: QualityCheck;
  /** How figures of its thresholds are written. */
  readonly display: Display;
  /** What it asks, with its thresholds. */
  readonly text: Text;
  readonly basis: Text;
  readonly severity: QualitySeverity;
  readonly review: "initial-import" | "reviewed";
  /** `left-behind`: definitions changed so that it can be asked no more. */
  readonly state: "in-force" | "retired" | "left-behind";
  /** What is stored is being judged by this version; flags still stand by the one before. */
  readonly rechecking: boolean;
  /** Flags that nobody reviewed yet. */
  readonly open: number;
}

/** Rules by indicator, then by code. */
export interface QualityRulesModel {
  readonly rules: QualityRuleLine[];
}

/** What a draft would do to the flags of what is stored now. */
export interface RulePreviewModel {
  /** Why the draft cannot be in force; empty where it can, and only then anything else is told. */
  readonly problems: Text[];
  /** What the draft asks, in a sentence. */
  readonly text: Text;
  /** Flags that would be raised (or raised again). */
  readonly raised: number;
  /** Flags that would be resolved; `reviewed` of them somebody had decided upon. */
  readonly cleared: number;
  readonly reviewed: number;
  /** Flags that would stay. */
  readonly kept: number;
  /** Some of the cells that would be flagged anew, newest first, each with what would be said. */
  readonly examples: { readonly cell: Text; readonly text: Text }[];
  /** False: so much is stored that only the first series were looked at. */
  readonly complete: boolean;
}
