import { figureText } from "../card/figure-text.ts";
import type { ReadDisplay } from "../card/level-text.ts";
import type { Direction, Display } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";
import type { Period } from "../period/period.ts";
import { periodId } from "../period/period-id.ts";
import { periodsPerYear } from "../period/periods-per-year.ts";
import { positionInYear } from "../period/position-in-year.ts";
import { yearOf } from "../period/year-of.ts";
import { type Ground, ground, RATIO_DISPLAY } from "../target/ground.ts";
import type { Text } from "../text/text.ts";
import { type Ladder, type Rung, settle } from "./ladder.ts";
import {
  notReady,
  rungOf,
  type StatusAssessment,
  type StatusCircumstances,
  thresholdsOf,
  unassessed,
} from "./status-assessment.ts";
import { RequiredGrowthParams } from "./status-rule.ts";

/** A value at a period, in the indicator's unit. */
export interface DatedValue {
  readonly period: Period;
  readonly value: number;
}

/** What `required-growth@1` judges. */
export interface RequiredGrowthInputs extends StatusCircumstances {
  readonly base: DatedValue | null;
  readonly current: { readonly period: Period; readonly value: Value };
  /** Null: the growth itself is graded. */
  readonly target: DatedValue | null;
  readonly direction: Direction;
  readonly display: ReadDisplay;
}

const METHOD = "required-growth@1";
/** Base and target of zero are taken as this, so that a rate exists. Source: Statistics Canada's method. */
const INSTEAD_OF_ZERO = 0.001;
const GROWTH_DISPLAY: Display = { unit: { vi: "%", en: "%" }, factor: 100, decimals: 2 };

/** The method's own grades, in its own words; the status word beside each is the nearest of the product's. */
const GRADES = {
  "on-track": { status: "on-track", words: { vi: "Đúng hướng, đủ tốc độ", en: "On track" } },
  moderate: { status: "behind", words: { vi: "Tiến bộ trung bình", en: "Moderate progress" } },
  limited: { status: "at-risk", words: { vi: "Tiến bộ hạn chế", en: "Limited progress" } },
  "moving-away": { status: "at-risk", words: { vi: "Đi ngược hướng", en: "Moving away" } },
} as const satisfies Record<string, Pick<Rung, "status" | "words">>;

const TARGET_MET: Rung = { ...rungOf("met", Number.NEGATIVE_INFINITY, 0), grade: "target-met" };

const REASONS = {
  "no-direction": { vi: "Chỉ số không có chiều mong muốn", en: "The indicator has no wanted direction" },
  "fewer-than-two-points": {
    vi: "Cần ít nhất hai thời điểm có số liệu để tính tốc độ",
    en: "A rate needs at least two points in time",
  },
  "change-of-sign": {
    vi: "Giá trị đổi dấu, không tính được tốc độ bình quân",
    en: "The values change sign; there is no compound rate",
  },
} as const satisfies Record<string, Text>;

/** What was computed, or why nothing could be. Rates per year as shares (0.015 = 1.5 %), signed so that the wanted direction is positive. */
export type GrowthScore =
  | { readonly kind: "none"; readonly code: keyof typeof REASONS }
  | { readonly kind: "met" }
  | { readonly kind: "ratio"; readonly score: number; readonly actual: number; readonly required: number }
  | { readonly kind: "growth"; readonly score: number; readonly actual: number };

/**
 * Actual over required compound annual growth. Source: Statistics Canada, progress measurement for the SDGs; domain.md.
 * Years may be fractions for periods within the year.
 */
export function growthScore(input: {
  readonly base: DatedValue | null;
  readonly current: DatedValue;
  readonly target: DatedValue | null;
  readonly direction: Direction;
}): GrowthScore {
  const { base, current, target, direction } = input;
  if (direction !== "higher" && direction !== "lower") return { kind: "none", code: "no-direction" };
  const wanted = direction === "lower" ? -1 : 1;
  if (target !== null && wanted * (current.value - target.value) >= 0) return { kind: "met" };
  const years = base === null ? 0 : yearsUntil(base.period, current.period);
  if (base === null || years <= 0) return { kind: "none", code: "fewer-than-two-points" };
  const from = base.value === 0 ? INSTEAD_OF_ZERO : base.value;
  const to = target?.value === 0 ? INSTEAD_OF_ZERO : target?.value;
  if (current.value / from < 0 || (to !== undefined && to / from < 0)) return { kind: "none", code: "change-of-sign" };
  // Of negative values a shrinking size is a rise.
  const sign = wanted * Math.sign(from);
  const actual = sign * annualGrowth(from, current.value, years);
  if (target === null || to === undefined) return { kind: "growth", score: actual, actual };
  const required = sign * annualGrowth(from, to, yearsUntil(base.period, target.period));
  // A target that asks for nothing (it equals the base) and is not met has been left behind.
  const score = required === 0 ? -1 : actual / Math.abs(required);
  return { kind: "ratio", score, actual, required };
}

/** Years from the end of one period to the end of another, fractions for periods within a year. */
export function yearsUntil(from: Period, to: Period): number {
  const at = (period: Period): number =>
    period.type === "term"
      ? yearOf(period) + 5
      : yearOf(period) + positionInYear(period) / periodsPerYear(period.type, yearOf(period));
  return at(to) - at(from);
}

function annualGrowth(from: number, to: number, years: number): number {
  return (to / from) ** (1 / years) - 1;
}

/** Grades of the ratio, or of the growth itself where there is no target. */
export function growthLadder(params: RequiredGrowthParams, kind: "ratio" | "growth"): Ladder {
  const it =
    kind === "ratio"
      ? params
      : {
          ...params,
          onTrack: params.growthOnTrack,
          moderate: params.growthModerate,
          limited: params.growthLimited,
          width: params.growthWidth,
        };
  const rung = (grade: keyof typeof GRADES, from: number): Rung => ({ grade, ...GRADES[grade], from, width: it.width });
  return [
    rung("on-track", it.onTrack),
    rung("moderate", it.moderate),
    rung("limited", it.limited),
    rung("moving-away", Number.NEGATIVE_INFINITY),
  ];
}

/** Multi-year progress by actual against required growth. A target met now overrides; change of sign or one point gives no status. */
export function assessRequiredGrowth(
  inputs: RequiredGrowthInputs,
  given?: Partial<RequiredGrowthParams>,
): StatusAssessment {
  const params = RequiredGrowthParams.parse(given ?? {});
  const { base, current, target, direction, display } = inputs;
  const kind = target === null ? "growth" : "ratio";
  const ladder = growthLadder(params, kind);
  const scoreDisplay = kind === "ratio" ? RATIO_DISPLAY : GROWTH_DISPLAY;
  const facts: Ground[] = [
    ground(
      "current",
      { vi: "Giá trị hiện nay", en: "Current value" },
      current.value,
      display,
      periodId(current.period),
    ),
  ];
  if (base !== null)
    facts.unshift(ground("base", { vi: "Mức gốc", en: "Baseline" }, base.value, display, periodId(base.period)));
  if (target !== null)
    facts.push(ground("goal", { vi: "Chỉ tiêu", en: "Target" }, target.value, display, periodId(target.period)));
  const frame = { ladder, inputs: facts, scoreDisplay };
  const blocked = notReady(inputs);
  if (blocked !== null || current.value.kind !== "number") {
    return unassessed(METHOD, "not-yet-assessed", blocked ?? REASONS["fewer-than-two-points"], frame);
  }
  const found = growthScore({
    base,
    target,
    direction,
    current: { period: current.period, value: current.value.value },
  });
  if (found.kind === "none") {
    const status = found.code === "no-direction" ? "not-assessed" : "not-yet-assessed";
    return unassessed(METHOD, status, REASONS[found.code], frame);
  }
  const closed = target !== null && yearsUntil(target.period, current.period) >= 0;
  const score = found.kind === "met" ? null : found.score;
  const rung = score === null ? TARGET_MET : closed ? NOT_MET : settle(ladder, score, inputs.previous ?? null);
  return {
    method: METHOD,
    status: rung.status,
    grade: { id: rung.grade, words: rung.words },
    score,
    scoreDisplay,
    inputs: [...facts, ...rateGrounds(found)],
    reason: reasonOf(found, rung),
    thresholds: thresholdsOf(ladder),
    held: score !== null && !closed && rung.grade !== settle(ladder, score, null).grade,
  };
}

const NOT_MET: Rung = rungOf("not-met", Number.NEGATIVE_INFINITY, 0);

function rateGrounds(found: GrowthScore): Ground[] {
  if (found.kind === "none" || found.kind === "met") return [];
  const actual = {
    vi: "Tốc độ bình quân năm thực tế theo chiều mong muốn",
    en: "Actual annual growth in the wanted direction",
  };
  const grounds = [ground("actual-growth", actual, found.actual, GROWTH_DISPLAY)];
  if (found.kind === "growth") return grounds;
  const required = { vi: "Tốc độ bình quân năm cần có", en: "Required annual growth" };
  return [
    ...grounds,
    ground("required-growth", required, found.required, GROWTH_DISPLAY),
    ground(
      "ratio",
      { vi: "Tỷ số thực tế so với cần có", en: "Ratio of actual to required" },
      found.score,
      RATIO_DISPLAY,
    ),
  ];
}

function reasonOf(found: GrowthScore, { words }: Rung): Text {
  if (found.kind === "none" || found.kind === "met") {
    return {
      vi: `${words.vi}: giá trị hiện nay đã đạt chỉ tiêu`,
      en: `${words.en}: the current value meets the target`,
    };
  }
  const actual = figureText(found.actual, GROWTH_DISPLAY);
  if (found.kind === "growth") {
    return {
      vi: `${words.vi}: bình quân mỗi năm ${actual.vi} theo chiều mong muốn`,
      en: `${words.en}: ${actual.en} a year in the wanted direction`,
    };
  }
  const required = figureText(found.required, GROWTH_DISPLAY);
  return {
    vi: `${words.vi}: bình quân mỗi năm ${actual.vi}, cần ${required.vi} để đạt chỉ tiêu đúng hạn`,
    en: `${words.en}: ${actual.en} a year against ${required.en} needed to reach the target in time`,
  };
}
