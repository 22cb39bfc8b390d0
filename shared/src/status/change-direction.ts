import { distanceDisplay } from "../card/distance-display.ts";
import { figureText } from "../card/figure-text.ts";
import type { ReadDisplay } from "../card/level-text.ts";
import { TREND_WORDS, type Trend } from "../i18n/status-words.ts";
import type { Direction } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";
import type { PeriodId } from "../period/period.ts";
import { ground } from "../target/ground.ts";
import type { Text } from "../text/text.ts";
import { notReady, type StatusAssessment, type StatusCircumstances, unassessed } from "./status-assessment.ts";
import { DirectionParams } from "./status-rule.ts";

/** What `direction@1` judges: a value and the one it is compared with, of the same kind of period. */
export interface DirectionInputs extends StatusCircumstances {
  readonly value: Value;
  readonly period: PeriodId;
  readonly earlier: { readonly value: Value; readonly period: PeriodId } | null;
  readonly direction: Direction;
  /** Bounds of a `band`: a move towards it is favourable. */
  readonly band?: { readonly min: number | null; readonly max: number | null } | null | undefined;
  readonly display: ReadDisplay;
}

const METHOD = "direction@1";
const NO_DIRECTION: Text = {
  vi: "Chỉ số theo dõi, không có chiều mong muốn và không có chỉ tiêu",
  en: "Followed only: no wanted direction and no target",
};
const NO_TARGET: Text = {
  vi: "Chưa có chỉ tiêu được giao và ngưỡng để đánh giá",
  en: "No target and no limit to assess against",
};
const NOTHING_EARLIER: Text = { vi: "Chưa có kỳ để so sánh", en: "There is no period to compare with" };

/** Favourable or not, beside "Không đánh giá": without a target nothing is attained or missed. */
export function assessDirection(inputs: DirectionInputs, given?: Partial<DirectionParams>): StatusAssessment {
  const { unchanged } = DirectionParams.parse(given ?? {});
  const { value, earlier, direction, display, period } = inputs;
  const facts = [ground("value", { vi: "Giá trị", en: "Value" }, value, display, period)];
  if (earlier !== null) {
    facts.push(ground("earlier", { vi: "Kỳ so sánh", en: "Compared with" }, earlier.value, display, earlier.period));
  }
  const frame = { inputs: facts, scoreDisplay: display };
  if (direction === "neutral") return unassessed(METHOD, "not-assessed", NO_DIRECTION, frame);
  const blocked = notReady(inputs);
  if (blocked !== null) return unassessed(METHOD, "not-assessed", withoutTarget(blocked), frame);
  if (value.kind !== "number" || earlier?.value.kind !== "number") {
    return unassessed(METHOD, "not-assessed", withoutTarget(NOTHING_EARLIER), frame);
  }
  const [now, before] = [value.value, earlier.value.value];
  const gain = direction === "band" ? distance(before, inputs.band) - distance(now, inputs.band) : now - before;
  const score = direction === "lower" ? before - now : gain;
  const trend: Trend = Math.abs(score) <= unchanged ? "unchanged" : score > 0 ? "favourable" : "unfavourable";
  const words = TREND_WORDS[trend];
  const moved = figureText(now - before, distanceDisplay(display), { sign: "always" });
  return {
    method: METHOD,
    status: "not-assessed",
    grade: { id: trend, words },
    score,
    scoreDisplay: display,
    inputs: facts,
    reason: {
      vi: `Không có chỉ tiêu; ${words.vi} so với kỳ so sánh (${moved.vi})`,
      en: `No target; ${words.en} against the period compared (${moved.en})`,
    },
    thresholds: [],
    held: false,
  };
}

/** There is nothing to assess, now or when the value is there. */
function withoutTarget({ vi, en }: Text): Text {
  return { vi: `${NO_TARGET.vi}. ${vi}`, en: `${NO_TARGET.en}. ${en}` };
}

/** How far a value lies outside a band; 0 inside. */
function distance(value: number, band: DirectionInputs["band"]): number {
  const below = band?.min === null || band?.min === undefined ? 0 : band.min - value;
  const above = band?.max === null || band?.max === undefined ? 0 : value - band.max;
  return Math.max(0, below, above);
}
