import { childPeriods } from "../period/child-periods.ts";
import { firstOfYear } from "../period/first-of-year.ts";
import { nests } from "../period/nests.ts";
import { parentPeriod } from "../period/parent-period.ts";
import type { Period } from "../period/period.ts";
import type { PeriodType } from "../period/period-type.ts";
import { isWithinYear, periodsOfYear } from "../period/periods-of-year.ts";
import { yearOf } from "../period/year-of.ts";
import type { Text } from "../text/text.ts";
import type { Numbers } from "./numbers.ts";
import type { PaceProfile } from "./pace-profile.ts";
import { meanShare, type SeasonalShare, seasonalShares } from "./seasonal-shares.ts";
import type { Course } from "./target.ts";
import type { TargetSpan } from "./target-span.ts";

/** How each pace is called beside a target. */
export const PACE_WORDS = {
  linear: { vi: "Chia đều theo kỳ", en: "Even steps per period" },
  seasonal: { vi: "Theo mùa, bình quân ba năm gần nhất", en: "Seasonal, mean of the last three years" },
  custom: { vi: "Theo bảng tiến độ của chỉ tiêu", en: "By the pace table of the target" },
} as const satisfies Record<PaceProfile["kind"], Text>;

/** The share of the way due at the end of a period, and how it was found. */
export interface PaceShare {
  /** 0…1. */
  readonly share: number;
  readonly asked: PaceProfile["kind"];
  /** `linear` where a seasonal share could not be taken. */
  readonly used: PaceProfile["kind"];
  readonly years: readonly SeasonalShare[];
  readonly note: Text;
}

/** What a share follows from. */
export interface PaceInput {
  readonly pace: PaceProfile;
  readonly course: Course;
  readonly span: TargetSpan;
  readonly period: Period;
  readonly history: Numbers;
  readonly running: boolean;
  readonly breaks?: readonly number[] | undefined;
}

/** The share due at a period; null where a custom table does not fit the span. */
export function paceShare(input: PaceInput): PaceShare | null {
  const { pace, span } = input;
  if (pace.kind === "custom") return custom(pace, input);
  if (pace.kind === "seasonal") return seasonal(input);
  return linear("linear", span);
}

function linear(asked: PaceProfile["kind"], { step, of }: TargetSpan, because?: Text): PaceShare {
  const even = {
    vi: `chia đều: ${step} trên ${of} kỳ`,
    en: `spread evenly: ${step} of ${of} periods`,
  };
  const note = because === undefined ? even : { vi: `${because.vi}; ${even.vi}`, en: `${because.en}; ${even.en}` };
  return { share: step / of, asked, used: "linear", years: [], note };
}

function seasonal(input: PaceInput): PaceShare {
  const { span, period, course } = input;
  if (course !== "accumulates" || !isWithinYear(period.type)) {
    return linear("seasonal", span, {
      vi: "tiến độ theo mùa chỉ áp dụng cho số cộng dồn trong năm",
      en: "a seasonal pace is for figures that add up within the year",
    });
  }
  const within = yearWithin(span, period);
  const years = seasonalShares({ ...input, ...within });
  const share = meanShare(years);
  if (share === null) {
    return linear("seasonal", span, {
      vi: `chỉ có ${years.length}/3 năm đủ số liệu để tính tỷ trọng theo mùa`,
      en: `only ${years.length} of 3 years are whole enough for seasonal shares`,
    });
  }
  const listed = years.map(({ year }) => year).join(", ");
  return {
    share: span.step === span.of ? 1 : (within.yearsBefore + share) / within.yearsOf,
    asked: "seasonal",
    used: "seasonal",
    years,
    note: { vi: `theo tỷ trọng bình quân các năm ${listed}`, en: `by the mean shares of ${listed}` },
  };
}

/** The part of a span that lies in the year of a period; a term takes equal years, each with its seasons. */
function yearWithin(span: TargetSpan, period: Period) {
  const [spanFirst, spanLast] = [span.first, span.last].map((ordinal) => ({ type: span.type, ordinal }));
  if (spanFirst === undefined || spanLast === undefined || !isWithinYear(period.type)) {
    return { first: period, last: period, yearsBefore: 0, yearsOf: 1 };
  }
  const last = periodsOfYear(period.type, yearOf(period)).last;
  return {
    first: { type: span.type, ordinal: Math.max(span.first, firstOfYear(period).ordinal) },
    last: { type: span.type, ordinal: Math.min(span.last, last) },
    yearsBefore: yearOf(period) - yearOf(spanFirst),
    yearsOf: yearOf(spanLast) - yearOf(spanFirst) + 1,
  };
}

function custom(pace: Extract<PaceProfile, { kind: "custom" }>, { span, period }: PaceInput): PaceShare | null {
  const { periodType: type, shares } = pace;
  const [start] = placeIn(type, { type: span.type, ordinal: span.first });
  const [, end] = placeIn(type, { type: span.type, ordinal: span.last });
  const [row, until, part] = placeIn(type, period);
  if (start === null || end === null || row === null || until === null || shares.length !== end - start + 1)
    return null;
  const before = shares[row - start - 1] ?? 0;
  const share = row === until ? before + ((shares[row - start] ?? 1) - before) * part : (shares[until - start] ?? 1);
  return {
    share,
    asked: "custom",
    used: "custom",
    years: [],
    note: { vi: "theo bảng tiến độ của chỉ tiêu", en: "by the pace table of the target" },
  };
}

/** First and last row of the table that a period covers, and how much of a row is over at its end; nulls where they do not nest. */
function placeIn(type: PeriodType, period: Period): readonly [number | null, number | null, number] {
  if (nests(period.type, type)) {
    const row = parentPeriod(period, type);
    const { first, last } = childPeriods(row, period.type);
    return [row.ordinal, row.ordinal, (period.ordinal - first + 1) / (last - first + 1)];
  }
  if (!nests(type, period.type)) return [null, null, 0];
  const { first, last } = childPeriods(period, type);
  return [first, last, 1];
}
