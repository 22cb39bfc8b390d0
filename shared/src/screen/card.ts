import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { CellWay } from "../graph/cell-parts.ts";
import type { Assessment } from "../i18n/status-words.ts";
import type { Accumulation, Direction, Display, IndicatorCode, ValueType } from "../indicator/indicator.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Origin } from "../observation/scenario.ts";
import type { Value } from "../observation/value.ts";
import type { PeriodId } from "../period/period.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { Text } from "../text/text.ts";

/** The states every block can be in. Source: product.md. `loading` and `offline` are the client's own. */
export type BlockState = "ready" | "empty" | "partial" | "stale" | "suspect" | "error" | "no-permission";

/** A period with the words people read. `label` carries the accumulation: "10 tháng năm 2026". */
export interface PeriodLabel {
  id: PeriodId;
  type: PeriodType;
  label: Text;
  short: Text;
}

/** One cell, addressed; the key of an explanation and of live invalidation. */
export interface CellRef {
  indicator: IndicatorCode;
  area: AreaCode;
  breakdown: BreakdownKey;
  period: PeriodId;
}

/**
 * A change as the result of a formula over the card's own series, so that it opens an explanation:
 * `yoy(x)` and `pop(x)` in %, or `x - yearAgo(x)` in the unit (điểm phần trăm for percent types, also where the base ≤ 0).
 */
export interface CardChange {
  kind: "same-period-last-year" | "previous-period";
  formula: string;
  /** `percent` shown with %, `points` with điểm phần trăm, `absolute` in the display unit. */
  measure: "percent" | "points" | "absolute";
  value: Value;
  /** The period compared with. */
  against: PeriodLabel | null;
  /** Better or worse by the definition's direction; null when neutral or not a number. */
  improving: boolean | null;
}

/** One point of a sparkline; a gap is a point whose value is null. */
export interface SparkPoint {
  period: PeriodId;
  value: number | null;
  status: ObservationStatus | null;
  /** The same period of last year, drawn lighter. */
  samePeriodLastYear: boolean;
}

/** Who stands behind a value. `publisher` is the name on the statistics table, whoever owns the indicator. */
export interface SourceLine {
  publisher: Text;
  document: string | null;
  feed: string | null;
  /** ISO instant the newest operand or the value itself was received. */
  receivedAt: string | null;
  submission: string | null;
}

/** Status words of product.md by id; `not-yet-assessed` is ▨ Chưa đánh giá, `not-assessed` Không đánh giá. */
export type ProgressStatus = Assessment;

/**
 * How a computed value came about: `carried` and `recast` values of former units are marked as such. `have` of `of` parts
 * have a number, `weightShare` of the weight (0–1); null for a formula, the share also where parts are not weighed.
 */
export interface MadeOf {
  way: CellWay;
  have: number | null;
  of: number | null;
  weightShare: number | null;
  /** From which former units a recast value came, in words; absent where it is none. */
  how?: Text;
}

/** The card: one model for wall, card, row and phone densities. Values unscaled, in the indicator's unit. */
export interface CardModel {
  ref: CellRef;
  name: Text;
  areaName: Text;
  /** Words of the breakdown where it is not the total, such as "vốn do địa phương quản lý". */
  breakdownLabel: Text | null;
  state: BlockState;
  /** Why the state is what it is, and what to do; null when ready. */
  stateReason: Text | null;
  value: Value;
  display: Display;
  valueType: ValueType;
  direction: Direction;
  accumulation: Accumulation;
  /**
   * Growth and comparison indices are shown as a signed growth: `shown = value + offset` with offset −100 for
   * index_pct; 0 otherwise.
   */
  growthOffset: number;
  period: PeriodLabel | null;
  observationStatus: ObservationStatus | null;
  revised: boolean;
  origin: Origin | null;
  /** How a computed value came about, and what a whole stands on; null where the value was reported or there is none. */
  made: MadeOf | null;
  progress: { status: ProgressStatus; reason: Text };
  /**
   * Percent of plan with the level due by now; null without a plan. `summed`: the percentage is of the sum since the start of the
   * plan, while the card shows the figure of one period.
   */
  plan: { percent: Value; due: Value; target: number | null; summed?: boolean } | null;
  changes: CardChange[];
  sparkline: { kind: "bars" | "line"; points: SparkPoint[] };
  source: SourceLine | null;
  /** Periods present of the last 13, or areas present of those expected. */
  completeness: { have: number; of: number; what: "periods" | "areas" };
  qualityFlag: Text | null;
  simulated: boolean;
  /** The period due next and when (ISO instant); null when the definition has no due rule. */
  nextDue: { period: PeriodLabel; at: string } | null;
}
