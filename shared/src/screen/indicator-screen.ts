import type { FrequencyChoice } from "../aggregation/frequency-choices.ts";
import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Value } from "../observation/value.ts";
import type { Text } from "../text/text.ts";
import type { AssessmentModel, TargetModel } from "./assessment.ts";
import type { CardModel, PeriodLabel, SourceLine } from "./card.ts";
import type { ExplanationNode } from "./explanation.ts";
import type { AreaComparison, ScreenFrame } from "./overview.ts";
import type { QualityFlagRow } from "./quality-screen.ts";
import type { WholePeriod } from "./whole-period.ts";

/** One point of the trend: the value of default reading, last year's, the level of the target due by then, and both origins where both exist. */
export interface TrendPoint {
  period: PeriodLabel;
  value: Value;
  status: ObservationStatus | null;
  lastYear: number | null;
  /** Level due by the end of the period; of amounts judged by their sum the part due within it. */
  plan: number | null;
  reported: number | null;
  computed: Value | null;
  /** Of a period aggregated from the indicator's own periods: what it stands on. */
  whole?: WholePeriod;
}

/** One revision of a cell, newest first. */
export interface RevisionRow {
  period: PeriodLabel;
  revision: number;
  value: Value;
  status: string | null;
  difference: Value | null;
  differencePercent: Value | null;
  note: string | null;
  /** The commit that brought it: the moment to look back to. */
  commitSeq: number;
  recordedAt: string;
  publisher: Text | null;
  document: string | null;
  current: boolean;
}

/** A reported figure beside the computed one, with the reason of their difference. */
export interface OriginPair {
  period: PeriodLabel;
  reported: number;
  computed: Value;
  difference: Value;
  reason: Text;
  /** Of a computed whole: parts with a number of those needed. */
  coverage?: { have: number; of: number } | null;
}

/** A breakdown member's latest value, for the table by phân tổ. */
export interface BreakdownRow {
  dimension: string;
  dimensionName: Text;
  code: string;
  name: Text;
  card: CardModel;
}

/** The one query of the Chỉ số screen. */
export interface IndicatorModel {
  frame: ScreenFrame;
  definition: IndicatorDefinition;
  unitText: Text;
  agencyName: Text;
  /** Names of the definition's breakdown dimensions, in its order; those without data too. */
  dimensions: { code: string; name: Text }[];
  card: CardModel;
  trend: {
    points: TrendPoint[];
    /** Declared breaks of comparability: what lies on two sides is not compared. */
    breaks: { from: PeriodLabel; reason: Text }[];
    /** Mergers of units, before which figures are recast; they compare all the same. */
    mergers: { from: PeriodLabel; short: Text; reason: Text }[];
    endsAt: PeriodLabel | null;
  };
  /** In which periods the trend may be looked at: its own first. */
  frequencies: FrequencyChoice[];
  explanation: ExplanationNode | null;
  pairs: OriginPair[];
  revisions: RevisionRow[];
  breakdowns: BreakdownRow[];
  comparison: AreaComparison | null;
  /** Indicators computed from this one. */
  usedBy: { code: string; name: Text }[];
  /** Checklist gaps against Art. 10.4.d, each with its clause. */
  gaps: { clause: string; text: Text }[];
  source: SourceLine | null;
  /** How many quality rules watch the series, and its flags about values that still stand, newest period first. */
  quality: { rules: number; flags: QualityFlagRow[] };
  /** Căn cứ đánh giá of the card's status; null where nothing is shown. */
  assessment: AssessmentModel | null;
  /** Chỉ tiêu được giao of this series that the period shown answers; null without one. */
  target: TargetModel | null;
}
