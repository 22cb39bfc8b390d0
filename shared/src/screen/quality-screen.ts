import type { Display } from "../indicator/indicator.ts";
import type { QualityFinding, QualityState } from "../quality/quality-finding.ts";
import type { QualityCheckKind, QualitySeverity } from "../quality/quality-rule.ts";
import type { Text } from "../text/text.ts";
import type { CellRef, PeriodLabel } from "./card.ts";

/** A rule as lists name it. */
export interface QualityRuleLabel {
  code: string;
  version: number;
  kind: QualityCheckKind;
  /** Words of the kind: "Thay đổi so với kỳ trước". */
  kindName: Text;
  name: Text;
}

/** What a person said of a flag, as stated on the form. */
export interface QualityReviewModel {
  verdict: "confirmed" | "wrong";
  note: string;
  name: string;
  position: string;
  /** ISO instant. */
  at: string;
}

/** One flag in a list. */
export interface QualityFlagRow {
  /** Stable; the input of `quality.flag` and `quality.review`. */
  id: number;
  rule: Omit<QualityRuleLabel, "kindName">;
  severity: QualitySeverity;
  state: QualityState;
  /** `value` flags make the figure *nghi ngờ*; `delivery` flags do not. */
  subject: "value" | "delivery";
  cell: CellRef;
  period: PeriodLabel;
  indicatorName: Text;
  areaName: Text;
  /** Words of the breakdown; null for the total. */
  breakdownLabel: Text | null;
  /** The feed that owns the cell; null where none does. */
  feed: string | null;
  feedName: Text | null;
  simulated: boolean;
  /** How figures of the finding are written: as sent, in the unit of the definition, not scaled as on cards. */
  display: Display;
  /** What was found, in the indicator's unit. */
  finding: QualityFinding;
  /** The fault in a few words: "Trễ hạn 173 ngày", not the name of the rule. */
  title: Text;
  /** One sentence: what came, what was expected, why it is doubted. */
  text: Text;
  /** When it was raised last (ISO instant). */
  raisedAt: string;
  /** The commit with which it last changed: `seen` of a review. */
  commitSeq: number;
  /** The last review; null where nobody looked yet. */
  review: QualityReviewModel | null;
  /** When it was resolved; null while it is not. */
  resolvedAt: string | null;
}

/** A page of flags, newest first. `counts` are over the filter without its state. */
export interface QualityFlagsModel {
  rows: QualityFlagRow[];
  /** Flags that match the whole filter. */
  total: number;
  counts: Record<QualityState, number>;
  /** Input of the next page; null at the end. */
  next: number | null;
}

/** A step in the life of a flag. */
export interface QualityEventModel {
  /** `raised` for the first time, `reopened` after it was resolved or with another value, `changed` while open, `reviewed`, `resolved`. */
  kind: "raised" | "reopened" | "changed" | "reviewed" | "resolved";
  state: QualityState;
  /** ISO instant. */
  at: string;
  commitSeq: number;
  finding: QualityFinding | null;
  text: Text | null;
  review: QualityReviewModel | null;
}

/** A value around the flagged one, for the sparkline of the flag. */
export interface QualityNeighbour {
  period: PeriodLabel;
  value: number | null;
}

/** The one query of a flag: what it is, its rule in words, its history, the values around it. */
export interface QualityFlagModel {
  flag: QualityFlagRow;
  /** What the rule asks, with its thresholds; then where these come from. */
  ruleText: Text;
  ruleBasis: Text;
  ruleReview: "initial-import" | "reviewed";
  /** The formula of an expression or of a sum; null for other kinds. */
  formula: string | null;
  events: QualityEventModel[];
  /** The submission that brought the value; null where the figure is a delivery that did not come. */
  submission: string | null;
  neighbours: QualityNeighbour[];
}

/** A share with its counts; `of` = 0 is shown as "—". */
export interface QualityShare {
  good: number;
  of: number;
}

/** The scores of one feed over a window. Formulas: decision 012, point 9. */
export interface QualityScoreRow {
  feed: string;
  feedName: Text;
  simulated: boolean;
  onTime: QualityShare;
  complete: QualityShare;
  valid: QualityShare;
  consistent: QualityShare;
  /** Flags of the feed's cells that nobody reviewed yet, whatever their period. */
  open: number;
}

/** Scores of every feed that ever sent something or owns a rule, worst first by open flags, then by code. */
export interface QualityScoresModel {
  /** The window: periods that end within it (ISO dates, inclusive). */
  from: string;
  to: string;
  rows: QualityScoreRow[];
  /** How each share is counted, for the help beside its heading. */
  formulas: Record<"onTime" | "complete" | "valid" | "consistent", Text>;
}

/** One cell of the heat table: flags by state; null = nothing flagged. */
export type QualityHeatCell = Record<QualityState, number> | null;

/** A line of the heat table: a rule, an indicator or a feed. */
export interface QualityHeatRow {
  code: string;
  name: Text;
  cells: QualityHeatCell[];
}

/** Flags by line and month; periods of other types stand in the month they end in. */
export interface QualityHeatModel {
  by: "rule" | "indicator" | "feed";
  months: PeriodLabel[];
  rows: QualityHeatRow[];
}
