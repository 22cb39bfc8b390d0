import { listQualityRules } from "@bochiso/db/repositories/quality";
import type { ReadTx } from "@bochiso/db/store";
import { type IndicatorDefinition, isComputedOnly } from "@bochiso/shared/indicator";
import { QUALITY_KIND_WORDS, type QualityCheck, type QualityCheckKind, QualityRule } from "@bochiso/shared/quality";
import type { NewRuleDraft } from "@bochiso/shared/steward";
import type { Text } from "@bochiso/shared/text";
import { sentCells } from "./get-rule-subject.ts";
import { severitiesOf, WRONG_SEVERITY } from "./next-rule.ts";

/** A new rule as it would be stored, and why it cannot be, beside what `checkRule` says. */
export interface DraftedRule {
  readonly rule: QualityRule;
  readonly problems: readonly Text[];
}

/** Ends of codes, as those of the seeded rules. */
const SUFFIX: Readonly<Record<QualityCheckKind, string>> = {
  range: "range",
  change: "previous",
  magnitude: "magnitude",
  "sum-of-parts": "parts",
  expression: "relation",
  completeness: "complete",
  timeliness: "on-time",
};
const UNSAID: Text = { vi: "—", en: "—" };

/** The first version of a rule as drafted; `basis` null: where its threshold comes from is not said yet. */
export async function newRule(
  tx: ReadTx,
  { draft, definition, basis }: { draft: NewRuleDraft; definition: IndicatorDefinition; basis: Text | null },
): Promise<DraftedRule> {
  const { indicator, check, severity, areas, breakdowns } = draft;
  const known = await listQualityRules(tx);
  const rule = QualityRule.parse({
    code: freeCode(draft, new Set(known.map(({ code }) => code))),
    version: 1,
    indicator,
    check,
    areas,
    breakdowns,
    severity,
    name: nameOf(definition, check),
    basis: basis ?? UNSAID,
    review: "reviewed",
  });
  const same = known.find((it) => it.retired !== true && contentOf(it) === contentOf(rule));
  const problems = [
    ...(same === undefined ? [] : [alreadyThere(same.code)]),
    ...(isComputedOnly(definition) ? [COMPUTED] : []),
    ...(severitiesOf(rule).includes(severity) ? [] : [WRONG_SEVERITY]),
    ...(check.kind === "timeliness" && definition.dueRule === null ? [NO_DUE_RULE] : []),
    ...(await unknownCells(tx, rule, definition)),
  ];
  return { rule, problems };
}

/** `trade.export.value.range`, and if that is taken `….range-2`. */
function freeCode({ indicator, check }: NewRuleDraft, taken: ReadonlySet<string>): string {
  const suffix = check.kind === "change" && check.against === "year-ago" ? "year-ago" : SUFFIX[check.kind];
  const plain = `${indicator}.${suffix}`;
  let code = plain;
  for (let number = 2; taken.has(code); number += 1) code = `${plain}-${number}`;
  return code;
}

const AGAINST: Readonly<Record<"previous" | "year-ago", Text>> = {
  previous: { vi: " so với kỳ trước", en: " on the previous period" },
  "year-ago": { vi: " so với cùng kỳ năm trước", en: " on the same period last year" },
};

function nameOf({ name }: IndicatorDefinition, check: QualityCheck): Text {
  const kind = QUALITY_KIND_WORDS[check.kind];
  const more = check.kind === "change" ? AGAINST[check.against] : { vi: "", en: "" };
  return {
    vi: `${name.vi}: ${lowerFirst(kind.vi)}${more.vi}`,
    en: `${name.en}: ${lowerFirst(kind.en)}${more.en}`,
  };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** What makes two rules the same question. */
function contentOf({ indicator, check, areas, breakdowns }: QualityRule): string {
  const sorted = (list: readonly string[] | null): readonly string[] | null => list?.toSorted() ?? null;
  return JSON.stringify([
    indicator,
    Object.entries(check).sort(([a], [b]) => (a < b ? -1 : 1)),
    sorted(areas),
    sorted(breakdowns),
  ]);
}

/** Breakdowns that nothing was ever sent for would make a rule that never asks. */
async function unknownCells(
  tx: ReadTx,
  { check, breakdowns }: QualityRule,
  definition: IndicatorDefinition,
): Promise<Text[]> {
  const named = "breakdowns" in check ? check.breakdowns : (breakdowns ?? []);
  if (named.length === 0) return [];
  const sent: ReadonlySet<string> = (await sentCells(tx, definition)).breakdowns;
  return named
    .filter((key) => !sent.has(key))
    .map((key) => ({
      vi: `Chưa có số liệu nào của phân tổ "${key}".`,
      en: `Nothing was ever sent for the breakdown "${key}".`,
    }));
}

/** A lost answer makes no second rule of the same. */
function alreadyThere(code: string): Text {
  return {
    vi: `Đã có quy tắc y hệt đang áp dụng: ${code}.`,
    en: `The same rule is in force already: ${code}.`,
  };
}

const COMPUTED: Text = {
  vi: "Chỉ số này do hệ thống tính; quy tắc chỉ xét số do nguồn gửi, hãy đặt cho các chỉ số thành phần.",
  en: "This indicator is computed; rules judge figures that were sent, so make it for what it is computed from.",
};
const NO_DUE_RULE: Text = {
  vi: "Định nghĩa của chỉ số chưa có thời hạn nên không xét được đúng hạn.",
  en: "The definition of the indicator has no due rule, so nothing can be late.",
};
