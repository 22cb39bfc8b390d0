import { localDate, parseInstant, parsePeriod, periodContaining, periodId } from "@bochiso/shared/period";
import type { PullPeriod, PullPeriodFormat } from "@bochiso/shared/pull";
import { compoundField, missingField, type Reading, unreadable } from "./field-fault.ts";
import type { SourceRecord } from "./source-record.ts";

const ROMAN: Readonly<Record<string, string>> = { I: "1", II: "2", III: "3", IV: "4" };
const two = (digits: string): string => digits.padStart(2, "0");

/** A way of writing periods: an example, and how it is written for the contract; null where the text is not of this way. */
const WAYS = {
  standard: { example: "2026-10, 2026M10, 2026-Q3", rewrite: (text) => text },
  "month/year": {
    example: "10/2026",
    rewrite: (text) =>
      rewritten(/^(?:tháng|t)?\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/i, text, ([month, year]) => `${year}-${two(month)}`),
  },
  "quarter/year": {
    example: "3/2026, Quý III/2026",
    rewrite: (text) =>
      rewritten(/^(?:quý|q)?\s*(\d|I{1,3}|IV)\s*[/.-]\s*(\d{4})$/i, text, ([quarter, year]) => {
        return `${year}-Q${ROMAN[quarter.toUpperCase()] ?? quarter}`;
      }),
  },
  "day/month/year": {
    example: "31/10/2026",
    rewrite: (text) =>
      rewritten(
        /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
        text,
        ([day, month, year]) => `${year}-${two(month)}-${two(day)}`,
      ),
  },
  date: { example: "2026-10-31", rewrite: dateOf },
} as const satisfies Record<PullPeriodFormat, { example: string; rewrite: (text: string) => string | null }>;

/** The canonical id of the period of a record. */
export function readPeriod(period: PullPeriod, record: SourceRecord): Reading {
  if (period.constant !== undefined) return { kind: "text", text: period.constant };
  if (period.year !== undefined) return fromParts(period, period.year, record);
  if (period.field === undefined) return { kind: "absent" };
  const { field } = period;
  const content = record.field(field);
  if (content.kind === "compound") return compoundField(field);
  if (content.kind === "empty") return missingField(field);
  const { example, rewrite } = WAYS[period.format];
  const text = rewrite(content.text);
  if (text !== null) return canonical(text, { field, got: content.text, as: period.as });
  return unreadable("period-malformed", {
    field,
    got: content.text,
    expected: example,
    reason: { vi: `Kỳ dữ liệu không viết theo dạng ${example}.`, en: `The period is not written like ${example}.` },
  });
}

/** A field for the year, and one for the month or the quarter. */
function fromParts({ month, quarter }: PullPeriod, year: string, record: SourceRecord): Reading {
  const texts: string[] = [];
  for (const field of [year, month ?? quarter]) {
    if (field === undefined) continue;
    const content = record.field(field);
    if (content.kind === "compound") return compoundField(field);
    if (content.kind === "empty") return missingField(field);
    texts.push(content.text);
  }
  const [yearText = "", part = ""] = texts;
  const text =
    month !== undefined ? `${yearText}-${two(part)}` : quarter !== undefined ? `${yearText}-Q${part}` : yearText;
  return canonical(text, { field: month ?? quarter ?? year, got: texts.join(" "), as: undefined });
}

function canonical(text: string, from: { field: string; got: string; as: PullPeriod["as"] }): Reading {
  const parsed = parsePeriod(text);
  if (!parsed.ok) return unreadable("period-malformed", { ...from, reason: parsed.reason });
  const { as } = from;
  const isDay = parsed.period.type === "day";
  return {
    kind: "text",
    text: as !== undefined && isDay ? periodId(periodContaining(as, text)) : periodId(parsed.period),
  };
}

function rewritten(pattern: RegExp, text: string, write: (groups: [string, string, string]) => string): string | null {
  const match = pattern.exec(text);
  return match === null ? null : write([match[1] ?? "", match[2] ?? "", match[3] ?? ""]);
}

/** A date, or an instant with its offset: the day it is in Viet Nam. */
function dateOf(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const instant = parseInstant(text);
  if (instant !== null) return localDate(instant);
  return /^\d{4}-\d{2}-\d{2}[T ]00:00(?::00(?:\.0+)?)?$/.test(text) ? text.slice(0, 10) : null;
}
