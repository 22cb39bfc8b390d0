import type { Value } from "../observation/value.ts";
import type { AreaComparison, AreaRow } from "../screen/overview.ts";
import type { Text } from "../text/text.ts";
import { isAdditive, type RankedDefinition, rankingOrder, smallestFirst } from "./ranking-order.ts";

/** Areas named in the sentence; more are counted. */
const NAMED = 3;
/** Fewer areas than this are listed, not ranked: "dẫn đầu" among two says nothing. */
export const MIN_RANKED = 3;

/** What the sentence over a comparison is made of; rows in rank order. */
export interface HeadlineInput {
  definition: RankedDefinition;
  rows: readonly AreaRow[];
  /** Areas expected. */
  of: number;
  reference: AreaComparison["reference"];
  /** Words of the breakdown compared; null for the total. */
  breakdownLabel: Text | null;
}

/** The message of a comparison: who stands first, who is behind the nation, and of how many areas there are figures. */
export function comparisonHeadline(input: HeadlineInput): Text {
  const ranked = input.rows.filter((each) => each.rank !== null);
  if (ranked.length === 0) return { vi: "Chưa có số liệu theo địa phương", en: "No figures by province yet" };
  const coverage = coverageWords(ranked.length, input.of);
  if (ranked.length < MIN_RANKED) return fewWords(ranked, input.of);
  const said = [
    leadWords(ranked, input.definition),
    zeroWords(ranked, input),
    behindReference(ranked, input),
    coverage,
  ];
  return joinedTexts(said.filter((part) => part !== null));
}

function fewWords(rows: readonly AreaRow[], of: number): Text {
  const names = listed(rows);
  return {
    vi: `Chỉ ${rows.length}/${of} địa phương có số liệu: ${names.vi}`,
    en: `Only ${rows.length} of ${of} provinces ${rows.length === 1 ? "has" : "have"} figures: ${names.en}`,
  };
}

function leadWords(ranked: readonly AreaRow[], definition: RankedDefinition): Text {
  const leaders = ranked.filter((each) => each.rank === 1);
  const names = listed(leaders);
  if (smallestFirst(definition)) return { vi: `${names.vi} thấp nhất`, en: `${names.en} lowest` };
  const order = rankingOrder(definition);
  if (order === "best") return { vi: `${names.vi} dẫn đầu`, en: `${names.en} in the lead` };
  if (order === "attention" && leaders.every(isZero)) return { vi: "các địa phương đều bằng 0", en: "zero everywhere" };
  if (order === "attention")
    return { vi: `${names.vi} nhiều nhất, cần chú ý`, en: `${names.en} highest, to be watched` };
  return { vi: `${names.vi} cao nhất`, en: `${names.en} highest` };
}

/** A zero is a figure of its own where cases are counted. */
function zeroWords(ranked: readonly AreaRow[], { definition }: HeadlineInput): Text | null {
  if (rankingOrder(definition) !== "attention") return null;
  const none = ranked.filter(isZero);
  if (none.length === 0 || none.length === ranked.length) return null;
  return { vi: `${none.length} địa phương bằng 0`, en: `zero in ${none.length} provinces` };
}

function isZero({ value }: AreaRow): boolean {
  return value.kind === "number" && value.value === 0;
}

/** Sums of provinces lie below the nation by nature: only rates, scores and indices have a reference. */
function behindReference(
  ranked: readonly AreaRow[],
  { definition, reference, breakdownLabel }: HeadlineInput,
): Text | null {
  const { direction } = definition;
  if (reference === null || isAdditive(definition) || direction === "neutral" || direction === "band") return null;
  const nation = reference.value.value;
  const isBehind = (value: Value) =>
    value.kind === "number" && (direction === "higher" ? value.value < nation : value.value > nation);
  const behind = ranked.filter(({ value }) => isBehind(value));
  const side = sideWords(direction, breakdownLabel);
  if (behind.length === 0) return { vi: `không địa phương nào ${side.vi}`, en: `none ${side.en}` };
  const names = listed(behind.toReversed());
  return { vi: `${names.vi} ${side.vi}`, en: `${names.en} ${side.en}` };
}

function sideWords(direction: "higher" | "lower", breakdown: Text | null): Text {
  const part =
    breakdown === null ? null : { vi: ` (${lowerFirst(breakdown.vi)})`, en: ` (${lowerFirst(breakdown.en)})` };
  const side = direction === "higher" ? { vi: "dưới", en: "below" } : { vi: "trên", en: "above" };
  return {
    vi: `${side.vi} mức ${part === null ? "cả nước" : `chung${part.vi}`}`,
    en: `${side.en} the national level${part?.en ?? ""}`,
  };
}

function coverageWords(have: number, of: number): Text | null {
  if (have === of) return null;
  return { vi: `có số liệu ${have}/${of} địa phương`, en: `figures for ${have} of ${of} provinces` };
}

function listed(rows: readonly AreaRow[]): Text {
  if (rows.length > NAMED) return { vi: `${rows.length} địa phương`, en: `${rows.length} provinces` };
  return joinNames(rows.map(({ name }) => name));
}

/** "Bắc Ninh, Hà Nam và Nam Định". */
export function joinNames(names: readonly Text[]): Text {
  return {
    vi: joined(
      names.map(({ vi }) => vi),
      "và",
    ),
    en: joined(
      names.map(({ en }) => en),
      "and",
    ),
  };
}

function joined(names: readonly string[], and: string): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1) ?? ""}`;
}

function joinedTexts(said: readonly Text[]): Text {
  return { vi: said.map(({ vi }) => vi).join(", "), en: said.map(({ en }) => en).join(", ") };
}

/** A name within a sentence; a word all in capitals (FDI) stays. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
