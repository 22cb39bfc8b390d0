import type { TracedPart } from "@bochiso/shared/graph";

/** So few are read at a glance: they keep the order of codes, in which former units are named everywhere. */
const FEW = 4;

/** The parts of a whole that say most, first those without a number, then the largest; the order of codes settles ties. */
export function foremostParts<Token>(parts: readonly TracedPart<Token>[], width: number) {
  if (parts.length <= Math.min(FEW, width)) return { shown: [...parts], omitted: null };
  const ordered = parts.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const rest = ordered.slice(width);
  const withoutNumber = rest.filter(({ operand }) => operand.value.kind !== "number").length;
  return { shown: ordered.slice(0, width), omitted: rest.length === 0 ? null : { count: rest.length, withoutNumber } };
}

/** What a part moves in its whole: its value, of a weighted one its weight. */
function sizeOf({ operand, share, weight }: TracedPart): number {
  if (operand.value.kind !== "number") return Number.POSITIVE_INFINITY;
  if (weight !== null && weight.kind !== "number") return Number.MAX_VALUE;
  return Math.abs((weight ?? operand.value).value * share);
}
