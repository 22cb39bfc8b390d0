import { formatNumber, formatPercent } from "@bochiso/shared/i18n";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { explanationWords } from "../words.ts";
import { valueText } from "./node-view.ts";
import { plainText, shownText, storedText } from "./shown-text.ts";

/** How a whole is made of its parts, in words. */
export interface WholeView {
  /** "Cộng số liệu của 34 tỉnh, thành phố". */
  said: string;
  /** "175 + 13 = 188 triệu USD"; null where the parts are too many for a line, or not added. */
  figures: string | null;
  /** "31/34 tỉnh, thành phố có số liệu"; null where nothing is lacking. */
  coverage: string | null;
  /** What the parts lacking mean for the number; null where nothing is lacking. */
  consequence: string | null;
  /** "và 274 đơn vị khác, trong đó 3 chưa có số liệu"; null where every part is listed. */
  omitted: string | null;
}

/** The words of a whole; null for nodes that are none. */
export function wholeView(node: ExplanationNode, lang: Language): WholeView | null {
  const { whole, operands } = node;
  if (whole === null) return null;
  const t = explanationWords[lang];
  const { combination, coverage } = whole;
  const parts = whole.parts[lang];
  const listed = operands.length + (node.omitted?.count ?? 0);
  const count = formatNumber(coverage?.of ?? listed, { lang, decimals: 0 });
  const [only] = operands;
  const weight = only?.part?.weights[0]?.name[lang] ?? "";
  const said =
    combination === null
      ? t.carried(only === undefined ? parts : partName(only, node, lang))
      : t.combined[combination](count, parts, weight);
  const isWhole = coverage === null || coverage.have >= coverage.of;
  const share = coverage?.weightShare ?? null;
  return {
    said,
    figures: figuresText(node, lang),
    coverage:
      coverage === null || isWhole
        ? null
        : [
            t.coverage(formatNumber(coverage.have, { lang, decimals: 0 }), count, parts),
            share === null ? "" : t.weightShare(formatPercent(share * 100, { lang, decimals: 1 })),
          ]
            .filter(Boolean)
            .join(" · "),
    consequence: isWhole ? null : consequenceOf(node, parts, lang),
    omitted: omittedText(node, lang),
  };
}

/** What it means that some parts have no number; the last period stands for itself. */
function consequenceOf({ way, whole, value }: ExplanationNode, parts: string, lang: Language): string | null {
  const t = explanationWords[lang];
  const isNumber = value.kind === "number";
  if (way !== "over-time") return isNumber ? t.partial : t.notWhole;
  if (whole?.combination === "last") return isNumber ? null : t.overTime.noLast(parts);
  return isNumber ? t.overTime.partial(parts) : t.overTime.notWhole(parts);
}

/** As many parts as one reads in a line. */
const IN_A_LINE = 4;

function figuresText(node: ExplanationNode, lang: Language): string | null {
  const { whole, operands, value, omitted } = node;
  const isSum = whole?.combination === "sum" && value.kind === "number" && omitted === null;
  const isPlain = operands.every(({ value: each, part }) => each.kind === "number" && part?.share === 1);
  if (!isSum || !isPlain || operands.length < 2 || operands.length > IN_A_LINE) return null;
  const terms = operands.map((part) => plainText(part.value, part, lang)).join(" + ");
  const shown =
    storedText(value, node, lang) !== null ? `, ${explanationWords[lang].shownAs(shownText(value, node, lang))}` : "";
  return `${terms} = ${valueText(value, node, lang)}${shown}`;
}

function omittedText({ omitted, whole }: ExplanationNode, lang: Language): string | null {
  if (omitted === null) return null;
  const t = explanationWords[lang];
  const number = (value: number) => formatNumber(value, { lang, decimals: 0 });
  const what = whole?.parts[lang] ?? t.otherInputs;
  const lacking = omitted.withoutNumber === 0 ? "" : t.amongThemLacking(number(omitted.withoutNumber));
  return t.andOthers(number(omitted.count), what) + lacking;
}

/** A part by what tells it from the others of its whole. */
export function partName(part: ExplanationNode, whole: ExplanationNode, lang: Language): string {
  if (whole.way === "over-time") return part.period.label[lang];
  const name = part.area === whole.area ? (part.breakdownLabel?.[lang] ?? part.areaName[lang]) : part.areaName[lang];
  // A former unit often has the name of the present one that it became a part of.
  return whole.way === "recast" ? explanationWords[lang].former(name) : name;
}

/** What a part counts for: its weight, its share of the former unit; empty where it counts as it is. */
export function partWeight({ part }: ExplanationNode, lang: Language): string {
  if (part === null) return "";
  const t = explanationWords[lang];
  const [weight] = part.weights;
  return [
    weight === undefined || part.weight === null
      ? ""
      : t.weighed(weight.name[lang], shownText(part.weight, weight, lang)),
    part.share === 1 ? "" : t.share(formatPercent(part.share * 100, { lang, decimals: 1 })),
  ]
    .filter(Boolean)
    .join(" · ");
}
