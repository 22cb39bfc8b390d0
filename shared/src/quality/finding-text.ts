import { formatDate } from "../i18n/format-date.ts";
import { formatNumber } from "../i18n/format-number.ts";
import type { Language, Text } from "../text/text.ts";
import { daysLate } from "./finding-title.ts";
import type { QualityFinding } from "./quality-finding.ts";
import type { QualityCheck, QualityCheckKind } from "./quality-rule.ts";

/** What a sentence about a finding needs beside it. */
export interface FindingWords {
  /** A figure of the indicator as screens write it. */
  readonly figure: (value: number) => Text;
  /** An expected cell by its area and breakdown. */
  readonly cell: (area: string, breakdown: string) => Text;
}

/** Names of the kinds of rules. */
export const QUALITY_KIND_WORDS: Readonly<Record<QualityCheckKind, Text>> = {
  range: { vi: "Khoảng hợp lý", en: "Plausible range" },
  change: { vi: "Thay đổi bất thường", en: "Unusual change" },
  magnitude: { vi: "Sai đơn vị tính", en: "Slip of the unit" },
  "sum-of-parts": { vi: "Tổng và thành phần", en: "Total and parts" },
  expression: { vi: "Quan hệ giữa các chỉ số", en: "Relation of indicators" },
  completeness: { vi: "Đủ số liệu", en: "Completeness" },
  timeliness: { vi: "Đúng hạn", en: "Timeliness" },
};

type Sentence<Kind extends QualityCheckKind> = (
  finding: QualityFinding,
  check: Extract<QualityCheck, { kind: Kind }>,
  words: FindingWords,
) => Text;

const SENTENCES: { readonly [Kind in QualityCheckKind]: Sentence<Kind> } = {
  range: ({ got, min, max }, _check, { figure }) => {
    const [value, low, high] = [got, min, max].map((it) => (it === null ? null : figure(it)));
    if (low && high)
      return say(
        value,
        (v) => `${v("vi")} nằm ngoài khoảng hợp lý từ ${low.vi} đến ${high.vi}.`,
        (v) => `${v("en")} lies outside the plausible range ${low.en} to ${high.en}.`,
      );
    const bound = low ?? high;
    return say(
      value,
      (v) => `${v("vi")} ${low ? "thấp hơn" : "cao hơn"} mức hợp lý ${bound?.vi ?? ""}.`,
      (v) => `${v("en")} is ${low ? "below" : "above"} the plausible ${bound?.en ?? ""}.`,
    );
  },
  change: ({ got, against, min, max, basis }, check, { figure }) => {
    const [value, before, low, high] = [got, against, min, max].map((it) => (it === null ? null : figure(it)));
    const when = AGAINST[check.against];
    return say(
      value,
      (v) =>
        `${v("vi")}, ${when.vi} là ${before?.vi}; theo ${basis} thay đổi trước đó của chính chuỗi này, dự kiến từ ${low?.vi} đến ${high?.vi}.`,
      (v) =>
        `${v("en")}, ${when.en} ${before?.en}; by ${basis} earlier changes of the same series ${low?.en} to ${high?.en} is expected.`,
    );
  },
  magnitude: ({ got, against, power = 0, basis }, _check, { figure }) => {
    const [value, usual] = [got, against].map((it) => (it === null ? null : figure(it)));
    const times = (lang: Language): string => formatNumber(10 ** Math.abs(power), { lang, decimals: 0 });
    return say(
      value,
      (v) =>
        `${v("vi")} ${power > 0 ? `gấp khoảng ${times("vi")} lần` : `chỉ bằng khoảng 1/${times("vi")}`} mức thường thấy ${usual?.vi} (trung vị ${basis} kỳ trước): có thể sai đơn vị tính.`,
      (v) =>
        `${v("en")} is about ${power > 0 ? `${times("en")} times` : `1/${times("en")} of`} the usual ${usual?.en} (median of ${basis} earlier periods): possibly a slip of the unit.`,
    );
  },
  "sum-of-parts": ({ got, against }, check, { figure }) => {
    const [value, parts] = [got, against].map((it) => (it === null ? null : figure(it)));
    const off = figure((got ?? 0) - (against ?? 0));
    const allowed = figure(check.tolerance);
    return say(
      value,
      (v) =>
        `Tổng số ${v("vi")}, các thành phần cộng lại ${parts?.vi}: lệch ${off.vi}, chỉ cho phép lệch ${allowed.vi} do làm tròn.`,
      (v) =>
        `The total ${v("en")} and the sum of its parts ${parts?.en} differ by ${off.en}; rounding accounts for ${allowed.en} only.`,
    );
  },
  expression: ({ got, against }, check) => {
    const number = (value: number | null) => (lang: Language) =>
      value === null ? "—" : formatNumber(value, { lang, decimals: 2 });
    const [left, right] = [number(got), number(against)];
    return {
      vi: `Không thỏa quan hệ ${check.formula}: một vế là ${left("vi")}, vế kia là ${right("vi")}.`,
      en: `The relation ${check.formula} does not hold: one side is ${left("en")}, the other ${right("en")}.`,
    };
  },
  completeness: ({ missing = [], of = 0 }, _check, { cell }) => {
    if (missing.length === of)
      return {
        vi: `Chưa có số liệu của kỳ này, trong khi các kỳ trước và sau đã có.`,
        en: `Nothing of this period arrived, although periods before and after it did.`,
      };
    const names = missing
      .slice(0, MOST_NAMED)
      .map((key) => cell(key.slice(0, key.indexOf("|")), key.slice(key.indexOf("|") + 1)));
    const rest = missing.length - names.length;
    return {
      vi: `Thiếu ${missing.length}/${of} số liệu dự kiến: ${names.map((it) => it.vi).join("; ")}${rest > 0 ? ` và ${rest} số liệu khác` : ""}.`,
      en: `${missing.length} of ${of} expected figures are missing: ${names.map((it) => it.en).join("; ")}${rest > 0 ? ` and ${rest} more` : ""}.`,
    };
  },
  timeliness: (finding) => {
    const { dueAt = "", receivedAt = "" } = finding;
    const days = daysLate(finding);
    return {
      vi: `Nhận lần đầu ngày ${formatDate(receivedAt, "vi")}, hạn là ${formatDate(dueAt, "vi")}: trễ ${days} ngày.`,
      en: `First received on ${formatDate(receivedAt, "en")}, due on ${formatDate(dueAt, "en")}: ${days} ${days === 1 ? "day" : "days"} late.`,
    };
  },
};

const MOST_NAMED = 3;

const AGAINST = {
  previous: { vi: "kỳ trước", en: "the previous period was" },
  "year-ago": { vi: "cùng kỳ năm trước", en: "the same period last year was" },
} as const satisfies Record<string, Text>;

/** One sentence for an official: what came, what was expected, why it is doubted. */
export function findingText(check: QualityCheck, finding: QualityFinding, words: FindingWords): Text {
  return sentenceOf(check)(finding, check, words);
}

function sentenceOf<Kind extends QualityCheckKind>(check: Extract<QualityCheck, { kind: Kind }>): Sentence<Kind> {
  return SENTENCES[check.kind];
}

/** A sentence around the value judged. */
function say(
  value: Text | null | undefined,
  vi: (value: (lang: Language) => string) => string,
  en: (value: (lang: Language) => string) => string,
): Text {
  const read = (lang: Language): string => value?.[lang] ?? "—";
  return { vi: vi(read), en: en(read) };
}
