import { formatDate } from "../i18n/format-date.ts";
import { MISSING_REASON_WORDS, VALUE_ERROR_WORDS } from "../i18n/observation-words.ts";
import type { AreaAggregation } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";
import type { AreaRecast } from "../screen/overview.ts";
import type { Text } from "../text/text.ts";
import { joinNames } from "./comparison-headline.ts";

/** A unit that was merged into a present one, and whether it has a figure in the period. */
export interface FormerUnit {
  name: Text;
  has: boolean;
}

/** A cell of a present unit in a period before its merger. */
export interface RecastCell {
  way: AreaRecast["way"];
  /** Rule of the indicator over areas. */
  rule: AreaAggregation;
  former: readonly FormerUnit[];
  /** First day of the present unit. */
  since: string;
}

/** How a recast value came about: "Tổng của Bắc Ninh và Bắc Giang (đơn vị trước ngày 01/07/2025)". */
export function recastHow({ way, rule, former, since }: RecastCell): Text {
  const names = joinNames(former.map(({ name }) => name));
  const before = {
    vi: `đơn vị trước ngày ${formatDate(since, "vi")}`,
    en: `units before ${formatDate(since, "en")}`,
  };
  if (way === "carried") {
    return {
      vi: `Chuyển nguyên từ ${names.vi} (${before.vi}), không sáp nhập với đơn vị khác`,
      en: `Carried over whole from ${names.en} (${before.en}), not merged with others`,
    };
  }
  const done = way === "formula" ? RECOMPUTED : COMBINED[rule];
  return { vi: `${done.vi} ${names.vi} (${before.vi})`, en: `${done.en} ${names.en} (${before.en})` };
}

const RECOMPUTED: Text = { vi: "Tính lại theo công thức từ số của", en: "Recomputed by its formula from" };
const COMBINED = {
  sum: { vi: "Tổng của", en: "Sum of" },
  mean: { vi: "Bình quân của", en: "Mean of" },
  weighted: { vi: "Bình quân gia quyền của", en: "Weighted mean of" },
  min: { vi: "Nhỏ nhất trong", en: "Least of" },
  max: { vi: "Lớn nhất trong", en: "Greatest of" },
  recompute: RECOMPUTED,
  none: RECOMPUTED,
} as const satisfies Record<AreaAggregation, Text>;

/** What the absence of a number follows from; `former` only before the merger of a present unit. */
export interface AbsentCell {
  value: Value | null;
  former: readonly FormerUnit[];
  /** Why the figures of several former units give none; null where they do. */
  refusal: Text | null;
}

/** Why a unit has no number; null where it has one. Names the former units that are missing. */
export function absenceReason({ value, former, refusal }: AbsentCell): Text | null {
  if (value?.kind === "number") return null;
  if (value?.kind === "error") {
    const words = VALUE_ERROR_WORDS[value.code];
    return { vi: `không tính được: ${words.vi}`, en: `not computable: ${words.en}` };
  }
  const has = former.filter((each) => each.has);
  const lacks = former.filter((each) => !each.has);
  if (former.length > 0 && has.length === 0) return NONE_OF_THEM;
  if (refusal !== null && former.length > 1) return { vi: trimEnd(refusal.vi), en: trimEnd(refusal.en) };
  if (lacks.length > 0) return missingUnits(lacks, has);
  if (former.length > 1) return NO_PARTS;
  return MISSING_REASON_WORDS[value?.reason ?? "not-reported"];
}

function missingUnits(lacks: readonly FormerUnit[], has: readonly FormerUnit[]): Text {
  const [missing, there] = [lacks, has].map((units) => joinNames(units.map(({ name }) => name)));
  return {
    vi: `thiếu số liệu của ${missing?.vi} (có ${there?.vi})`,
    en: `no figure for ${missing?.en} (there is for ${there?.en})`,
  };
}

const NONE_OF_THEM: Text = {
  vi: "chưa có số liệu của các đơn vị trước sáp nhập",
  en: "no figures of the units before the merger",
};

const NO_PARTS: Text = {
  vi: "chưa đủ số liệu thành phần để tính lại cho đơn vị hiện nay",
  en: "parts are missing from which it would be recomputed for the present unit",
};

function trimEnd(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
