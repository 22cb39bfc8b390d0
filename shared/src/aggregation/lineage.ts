import { DomainError } from "../errors/domain-error.ts";
import { dayNumberOf, type IsoDate } from "../period/civil-date.ts";
import type { Text } from "../text/text.ts";
import type { Link } from "./link-table.ts";

/**
 * One change of units: `to` took over from `from` on a day. A merger lists several former units, a rename one; a
 * unit that was split stands in several steps, each with the stated weight of its part.
 */
export interface LineageStep<Code extends string = string> {
  readonly from: readonly Code[];
  readonly to: Code;
  /** First day of `to`. */
  readonly effective: IsoDate;
  /** How much of a former unit went to `to`, 0–1, stated by a document; absent = all of it. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Last day of a former unit that ended earlier than the day before `effective`, merged into another of `from`. */
  readonly until?: Readonly<Record<string, IsoDate>>;
}

const NOTHING_LOST = 1e-9;

/**
 * The links of a lineage, checked. Throws `lineage-invalid`: two steps to one unit, a unit that keeps the code of a
 * former one (its figures cannot be told apart), no former unit, no real day, or weights of a former unit that do
 * not add up to 1 (something would be lost or counted twice).
 */
export function lineageLinks<Code extends string>(steps: readonly LineageStep<Code>[]): Link<Code>[] {
  const taken = new Set<string>();
  const given = new Map<string, number>();
  const links = steps.flatMap((step) => {
    if (taken.has(step.to)) throw invalid(step.to, DUPLICATE);
    taken.add(step.to);
    const links = linksOf(step);
    for (const { part, share } of links) given.set(part, (given.get(part) ?? 0) + share);
    return links;
  });
  for (const [part, sum] of given) if (Math.abs(sum - 1) > NOTHING_LOST) throw invalid(part, NOT_WHOLE);
  return links;
}

function linksOf<Code extends string>({ from, to, effective, weights, until }: LineageStep<Code>): Link<Code>[] {
  const day = dayNumberOf(effective);
  if (day === null || from.length === 0) throw invalid(to, EMPTY);
  if (from.includes(to)) throw invalid(to, CODE_KEPT);
  return [...new Set(from)].map((part) => {
    const share = weights?.[part] ?? 1;
    if (!(share > 0 && share <= 1)) throw invalid(part, NOT_WHOLE);
    const end = until?.[part];
    const last = Math.min(day - 1, (end === undefined ? null : dayNumberOf(end)) ?? Number.POSITIVE_INFINITY);
    return { kind: "recast", part, whole: to, first: Number.NEGATIVE_INFINITY, last, share };
  });
}

const DUPLICATE = { vi: "đơn vị này có hai nguồn gốc", en: "this unit has two origins" };
const EMPTY = { vi: "thiếu đơn vị cũ hoặc ngày hiệu lực", en: "no former unit, or no effective day" };
const CODE_KEPT = {
  vi: "đơn vị mới giữ mã của đơn vị cũ, không phân biệt được số liệu",
  en: "the new unit keeps the code of a former one, so that their figures cannot be told apart",
};
const NOT_WHOLE = {
  vi: "các tỷ lệ chia của đơn vị cũ không cộng thành 1",
  en: "the weights of the former unit do not add up to 1",
};

function invalid(code: string, reason: Text): DomainError {
  return new DomainError(
    "lineage-invalid",
    { code, reason: reason.en },
    { vi: `Nguồn gốc của "${code}": ${reason.vi}.`, en: `Lineage of "${code}": ${reason.en}.` },
  );
}
