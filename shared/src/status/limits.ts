import { boundsText, levelText, type ReadDisplay } from "../card/level-text.ts";
import type { Direction } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";
import type { PeriodId } from "../period/period.ts";
import { goalText } from "../target/goal.ts";
import { type Ground, ground, SHARE_DISPLAY } from "../target/ground.ts";
import type { Text } from "../text/text.ts";
import { type Ladder, settle } from "./ladder.ts";
import {
  notReady,
  rungOf,
  type StatusAssessment,
  type StatusCircumstances,
  thresholdsOf,
  unassessed,
} from "./status-assessment.ts";
import type { StatusMethodId } from "./status-method.ts";
import { RangeParams, ThresholdBandsParams } from "./status-rule.ts";

/** What `threshold-bands@1` judges. */
export interface ThresholdBandsInputs extends StatusCircumstances {
  readonly value: Value;
  readonly period: PeriodId;
  /** `lower`: limits are ceilings; `higher`: they are floors. */
  readonly direction: Direction;
  readonly display: ReadDisplay;
}

/** What `range@1` judges; the range is the target's or the definition's band. */
export interface RangeInputs extends StatusCircumstances {
  readonly value: Value;
  readonly period: PeriodId;
  readonly range: { readonly min: number | null; readonly max: number | null } | null;
  /** Where the range comes from, such as the decision that sets it. */
  readonly basis?: Text | undefined;
  readonly display: ReadDisplay;
}

const NO_LIMIT: Text = { vi: "Chưa có ngưỡng để so sánh", en: "There is no limit to compare with" };
const INCOMPLETE: Text = {
  vi: "Thiếu số liệu từ đầu kỳ giao chỉ tiêu, không đủ căn cứ đánh giá",
  en: "Figures since the start of the target's period are missing",
};
const NO_VALUE: Text = { vi: "Chưa có số liệu để đánh giá", en: "There is no value to assess" };

/** Value against a warning limit and a limit; a value on a limit is inside it. Source: domain.md. */
export function assessThresholdBands(inputs: ThresholdBandsInputs, given: ThresholdBandsParams): StatusAssessment {
  const params = ThresholdBandsParams.parse(given);
  const { direction, display, value, period } = inputs;
  // A ceiling is a floor of the negated value: one ladder serves both, and thresholds are shown as they are written.
  const sign = direction === "lower" ? -1 : 1;
  const ladder = bandLadder(params, sign);
  const facts = [
    ground("value", { vi: "Giá trị", en: "Value" }, value, display, period),
    ground("near", { vi: "Ngưỡng cảnh báo", en: "Warning limit" }, params.near, display),
    ground("limit", { vi: "Ngưỡng giới hạn", en: "Limit" }, params.limit, display),
  ];
  const misplaced = sign * (params.near - params.limit) < 0 || direction === "neutral" || direction === "band";
  const score = value.kind === "number" ? sign * value.value : null;
  const method = "threshold-bands@1";
  const given1 = { method, inputs, facts, ladder, score, scoreDisplay: display } as const;
  const found = misplaced
    ? unassessed(method, "not-assessed", NO_LIMIT, { ladder, inputs: facts, scoreDisplay: display })
    : judge({ ...given1, against: limitsText(params, display, sign) });
  const shown = (number: number | null): number | null => (number === null ? null : sign * number);
  return {
    ...found,
    score: shown(found.score),
    thresholds: found.thresholds.map((threshold) => ({ ...threshold, from: shown(threshold.from) })),
  };
}

/** Grades of a band over the negated value of a ceiling (`sign` −1) or the value of a floor (1). */
export function bandLadder({ near, limit, width }: ThresholdBandsParams, sign: number): Ladder {
  return [
    rungOf("within", sign * near, width * Math.abs(near)),
    rungOf("near-limit", sign * limit, width * Math.abs(limit)),
    rungOf("over-limit", Number.NEGATIVE_INFINITY, 0),
  ];
}

/** Grades of the depth within a range. */
export function rangeLadder({ near, width }: RangeParams): Ladder {
  return [
    rungOf("within", near, width),
    rungOf("near-limit", 0, width),
    rungOf("over-limit", Number.NEGATIVE_INFINITY, 0),
  ];
}

/** Value within a range: near the limit closer to a bound than a tenth of the width, beyond it outside. Source: domain.md. */
export function assessRange(inputs: RangeInputs, given?: Partial<RangeParams>): StatusAssessment {
  const ladder = rangeLadder(RangeParams.parse(given ?? {}));
  const { display, value, period, range } = inputs;
  const frame = { ladder, scoreDisplay: SHARE_DISPLAY };
  if (range === null || (range.min === null && range.max === null)) {
    return unassessed("range@1", "not-assessed", NO_LIMIT, frame);
  }
  const facts = [ground("value", { vi: "Giá trị", en: "Value" }, value, display, period)];
  if (range.min !== null) facts.push(ground("min", { vi: "Cận dưới", en: "Lower bound" }, range.min, display));
  if (range.max !== null) facts.push(ground("max", { vi: "Cận trên", en: "Upper bound" }, range.max, display));
  const score = value.kind === "number" ? depthInRange(value.value, range) : null;
  const band = goalText({ kind: "range", ...range }, display);
  const basis = inputs.basis ?? { vi: "", en: "" };
  const against = {
    vi: basis.vi === "" ? band.vi : `${band.vi} (${basis.vi})`,
    en: basis.en === "" ? band.en : `${band.en} (${basis.en})`,
  };
  return judge({ method: "range@1", inputs, facts, ...frame, score, against });
}

/** Distance to the nearest bound in shares of the width of the range (of the bound's size where there is one): 0 on a bound, negative outside. */
export function depthInRange(value: number, { min, max }: { min: number | null; max: number | null }): number {
  const size = min !== null && max !== null ? max - min : Math.abs(min ?? max ?? 0);
  const scale = size || Math.abs(min ?? max ?? 0) || 1;
  const depths = [
    min === null ? Number.POSITIVE_INFINITY : value - min,
    max === null ? Number.POSITIVE_INFINITY : max - value,
  ];
  return Math.min(...depths) / scale;
}

interface Judged {
  readonly method: StatusMethodId;
  readonly inputs: StatusCircumstances & { readonly value: Value; readonly display: ReadDisplay };
  readonly facts: readonly Ground[];
  readonly ladder: Ladder;
  readonly score: number | null;
  readonly scoreDisplay: ReadDisplay;
  readonly against: Text;
}

function judge({ method, inputs, facts, ladder, score, scoreDisplay, against }: Judged): StatusAssessment {
  const { value } = inputs;
  const absent = value.kind === "missing" && value.reason === "incomplete-parts" ? INCOMPLETE : NO_VALUE;
  const blocked = notReady(inputs) ?? (score === null ? absent : null);
  if (blocked !== null || score === null) {
    return unassessed(method, "not-yet-assessed", blocked ?? absent, { ladder, inputs: facts, scoreDisplay });
  }
  const rung = settle(ladder, score, inputs.previous ?? null);
  const got = inputs.value.kind === "number" ? levelText(inputs.value.value, inputs.display) : NO_VALUE;
  return {
    method,
    status: rung.status,
    grade: { id: rung.grade, words: rung.words },
    score,
    scoreDisplay,
    inputs: facts,
    reason: {
      vi: `${rung.words.vi}: ${got.vi}; ngưỡng ${against.vi}`,
      en: `${rung.words.en}: ${got.en}; limit ${against.en}`,
    },
    thresholds: thresholdsOf(ladder),
    held: rung.grade !== settle(ladder, score, null).grade,
  };
}

function limitsText({ near, limit }: ThresholdBandsParams, display: ReadDisplay, sign: number): Text {
  const hard = boundsText(sign < 0 ? { min: null, max: limit } : { min: limit, max: null }, display);
  const warning = levelText(near, display);
  return { vi: `${hard.vi}, cảnh báo từ ${warning.vi}`, en: `${hard.en}, warning from ${warning.en}` };
}
