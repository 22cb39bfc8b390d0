import {
  formatAge,
  formatNumber,
  formatPoints,
  MISSING_REASON_WORDS,
  MISSING_TEXT,
  OBSERVATION_STATUS_WORDS,
  SCENARIO_WORDS,
  SIMULATED_WORD,
  VALUE_ERROR_WORDS,
} from "@bochiso/shared/i18n";
import { ObservationStatus, type Value } from "@bochiso/shared/observation";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatReceived } from "../../../lib/format/index.ts";
import { explanationWords } from "../words.ts";

type Shown = Pick<ExplanationNode, "unit" | "decimals" | "formula">;

/** `x - yearAgo(x)`: two percentages differ in percentage points, not in percent. */
export const isDifferenceOfPeriods = (formula: string): boolean => / - (?:yearAgo|previous|lag)\(/.test(formula);

/** A growth is read with its sign, as on the card. */
export const isGrowth = (formula: string): boolean => /^(?:yoy|pop)\(/.test(formula);

/** A difference of two values of a node, signed, in percentage points where they are percentages. */
export function differenceText(value: Value, node: Shown, lang: Language): string {
  if (value.kind !== "number") return MISSING_TEXT;
  const options = { lang, decimals: node.decimals, sign: "always" } as const;
  const unit = node.unit[lang];
  if (unit === "%") return formatPoints(value.value, options);
  return `${formatNumber(value.value, options)} ${unit}`.trim();
}

/** Decimals told beyond those of the definition. Published series with more (31109.3205) are read rounded, all alike. */
const FEW = 1;

/** Decimals a value is told with: a single one is never rounded away, so that sums and growths can be checked by hand. */
export function decimalsOf(value: number, { unit, decimals, formula }: Shown): number {
  if (formula !== null && unit.vi === "%") return decimals;
  const [, fraction = ""] = String(Number(value.toPrecision(12))).split(".");
  return fraction.length > FEW || fraction.includes("e") ? decimals : Math.max(decimals, fraction.length);
}

/** A value with its unit; "—" where there is none. */
export function valueText(value: Value, node: Shown, lang: Language): string {
  if (value.kind !== "number") return MISSING_TEXT;
  const unit = node.unit[lang];
  const sign = unit === "%" && isGrowth(node.formula ?? "") ? "always" : "auto";
  const text = formatNumber(value.value, { lang, decimals: decimalsOf(value.value, node), sign });
  if (unit === "%" && isDifferenceOfPeriods(node.formula ?? "")) return differenceText(value, node, lang);
  return unit === "%" ? `${text}%` : unit === "" ? text : `${text} ${unit}`;
}

type Absent = Pick<ExplanationNode, "value" | "operands" | "part" | "whole">;

/** Something was read for the number, and that is where what lacks is found. */
const lacksBelow = ({ value, operands }: Absent): boolean =>
  value.kind === "missing" && value.reason === "not-reported" && operands.length > 0;

/** Why a value is absent or could not be computed; null for a number. */
export function absenceText(node: Absent, lang: Language): string | null {
  const t = explanationWords[lang];
  const { value } = node;
  if (lacksBelow(node)) return t.notComputed;
  if (node.part !== null && value.kind === "missing") return MISSING_REASON_WORDS[value.reason][lang];
  if (value.kind === "missing") return `${t.missing}: ${MISSING_REASON_WORDS[value.reason][lang]}`;
  if (value.kind === "error") return `${t.failedNode}: ${VALUE_ERROR_WORDS[value.code][lang]}`;
  return null;
}

/** What can be done about an absent value; null where nothing can be done, and where the whole around says it once. */
export function todoText(node: Absent, lang: Language): string | null {
  const { value } = node;
  if (value.kind === "number" || node.part !== null || node.whole !== null) return null;
  const t = explanationWords[lang];
  if (lacksBelow(node)) return t.lookBelow;
  const todo = value.kind === "missing" ? t.todo[value.reason] : t.todoOfError[value.code];
  return todo === "" ? null : todo;
}

/** Where and when a node stands: area, breakdown, period, scenario; nothing of a part, whose place is its name. */
export function placeText(node: ExplanationNode, lang: Language): string {
  if (node.part !== null) return "";
  return [
    node.areaName[lang],
    node.breakdownLabel?.[lang],
    node.period.label[lang],
    node.scenario === "actual" ? null : SCENARIO_WORDS[node.scenario][lang],
  ]
    .filter(Boolean)
    .join(" · ");
}

/** An operand in the formula above it: its name, and what of its place differs from that of the result. */
export function operandName(operand: ExplanationNode, result: ExplanationNode, lang: Language): string {
  const apart = [
    operand.breakdown === result.breakdown ? null : operand.breakdownLabel?.[lang],
    operand.area === result.area ? null : operand.areaName[lang],
    operand.scenario === "actual" ? null : SCENARIO_WORDS[operand.scenario][lang],
  ].filter(Boolean);
  return apart.length === 0 ? operand.name[lang] : `${operand.name[lang]} (${apart.join(", ")})`;
}

/** The first letter of a sentence; formulas begin with a small one because their words stand inside others too. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who sent it, in which document and submission, as which revision, when; of a computed node how firm it is. */
export function provenance(node: ExplanationNode, lang: Language, now: number): string[] {
  const { observation } = node;
  if (observation === null) return node.status === null ? [] : [OBSERVATION_STATUS_WORDS[node.status][lang]];
  const t = explanationWords[lang];
  const status = ObservationStatus.safeParse(observation.status).data;
  const age = formatAge(now - Date.parse(observation.recordedAt), lang);
  // The mark beside the place says it already.
  const isNews = (text: string | null): boolean => !(node.simulated && text === SIMULATED_WORD.vi);
  const who = [observation.publisher?.[lang], ...[observation.document].filter(isNews)].filter(Boolean).join(", ");
  const what = [
    status === undefined ? null : OBSERVATION_STATUS_WORDS[status][lang],
    t.revision(observation.revision),
    t.received(formatReceived(observation.recordedAt, lang), age),
  ];
  return [
    who,
    what.filter(Boolean).join(" · "),
    observation.submission === null ? "" : t.submission(observation.submission),
    isNews(observation.note) ? (observation.note ?? "") : "",
  ].filter((line) => line !== "");
}
