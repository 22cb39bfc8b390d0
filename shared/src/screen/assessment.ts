import type { Value } from "../observation/value.ts";
import type { StatusAssessment } from "../status/status-assessment.ts";
import type { Goal } from "../target/goal.ts";
import type { Ground } from "../target/ground.ts";
import type { PaceProfile } from "../target/pace-profile.ts";
import type { NoRunRate, RunRate } from "../target/run-rate.ts";
import type { Course } from "../target/target.ts";
import type { NoOutlook, YearEndOutlook } from "../target/year-end-outlook.ts";
import type { Text } from "../text/text.ts";
import type { PeriodLabel } from "./card.ts";

/** Căn cứ đánh giá: the status of the value shown with its method, inputs, thresholds and reason, and the method in words. */
export interface AssessmentModel extends StatusAssessment {
  readonly methodName: Text;
  readonly methodText: Text;
}

/** How the way to the goal is spread over its span; `used` differs from `asked` where seasonal shares could not be taken. */
export interface PaceModel {
  readonly asked: PaceProfile["kind"];
  readonly used: PaceProfile["kind"];
  /** Words of the pace used, such as "chia đều theo kỳ". */
  readonly name: Text;
  /** How the share due was found, and why a seasonal pace fell back to a linear one; null where the goal holds or says nothing now. */
  readonly note: Text | null;
}

/**
 * Chỉ tiêu được giao: the target that the value shown answers. Numbers unscaled, in the indicator's unit; show them by the
 * card's `display`, goals by `goalText`.
 */
export interface TargetModel {
  readonly id: string;
  /** Counts from 1; above 1 the target was corrected and `revisedBecause` says why. */
  readonly version: number;
  readonly revisedBecause: string | null;
  readonly goal: Goal;
  readonly by: PeriodLabel;
  /** First period that counts; null where the target says nothing about the period shown. */
  readonly since: PeriodLabel | null;
  readonly baseline: { readonly period: PeriodLabel; readonly value: number } | null;
  /** Document, clause, date and issuer in one line. */
  readonly legalBasis: Text;
  /** Calendar dates, inclusive. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly pace: PaceModel;
  readonly course: { readonly kind: Course; readonly words: Text };
  /** Mức phải đạt đến nay: `value` is the bound that counts, `level` all of them; null with the reason in `noLevel`. */
  readonly due: {
    readonly value: number;
    readonly level: Goal;
    readonly reason: Text;
    readonly grounds: readonly Ground[];
  } | null;
  readonly noLevel: Text | null;
  /** The figure judged, how it was taken and over which periods; null where the target says nothing about the period. */
  readonly actual: {
    readonly value: Value;
    readonly taken: Text;
    readonly from: PeriodLabel;
    readonly to: PeriodLabel;
  } | null;
  readonly runRate: RunRate | NoRunRate | null;
  readonly outlook: YearEndOutlook | NoOutlook | null;
  /** Level due at the end of each period of the span, for the chart: the bound that counts. Ends at the goal. */
  readonly duePath: readonly { readonly period: PeriodLabel; readonly due: number }[];
  readonly simulated: boolean;
}
