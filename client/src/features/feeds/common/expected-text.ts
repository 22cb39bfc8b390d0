import { OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
import { PERIOD_EXAMPLE, PeriodType } from "@bochiso/shared/period";
import type { RowError } from "@bochiso/shared/submission";
import type { Language, Text } from "@bochiso/shared/text";
import { exactText } from "./exact-text.ts";

/** What a fault asks for, as a person writes it: `example` where any such text would do, `need` where it is that one. */
export interface ExpectedText {
  readonly kind: "example" | "need";
  readonly text: string;
}

const NUMBER_EXAMPLE: Text = { vi: "42.150,3", en: "42150.3" };
const STATUS: Readonly<Record<string, Text>> = OBSERVATION_STATUS_WORDS;

/** The `expected` of a fault in words; null where nothing is to be written. */
export function expectedText({ code, expected }: RowError, language: Language): ExpectedText | null {
  if (code === "value-not-a-number") return { kind: "example", text: NUMBER_EXAMPLE[language] };
  if (code === "value-missing" && expected !== undefined && /\d/.test(expected))
    return { kind: "example", text: NUMBER_EXAMPLE[language] };
  if (expected === undefined || expected === "" || expected === "null") return null;
  if (code === "period-malformed" || code === "period-type-mismatch") return periodExample(expected);
  if (code === "status-unknown") return { kind: "need", text: statusesIn(expected, language) };
  if (code === "value-out-of-range") return { kind: "need", text: figuresIn(expected, language) };
  return { kind: "need", text: expected };
}

function periodExample(expected: string): ExpectedText {
  const type = PeriodType.safeParse(expected);
  return { kind: "example", text: type.success ? PERIOD_EXAMPLE[type.data] : expected };
}

/** `A, P` as `A chính thức, P sơ bộ`. */
function statusesIn(expected: string, language: Language): string {
  return expected.replace(/\b[A-Z]\b/g, (status) => [status, STATUS[status]?.[language] ?? ""].join(" ").trim());
}

/** Figures of a text in the way of the language: `≥ 0.5` as `≥ 0,5`. */
export function figuresIn(text: string, language: Language): string {
  return text.replace(/-?\d+(\.\d+)?/g, (figure) => exactText(figure, language));
}
