import type { Text } from "../text/text.ts";
import type { Period } from "./period.ts";
import { PERIOD_EXAMPLE } from "./period-example.ts";
import { NEAR_MISSES, type Reading, SPELLINGS } from "./period-spellings.ts";
import type { PeriodType } from "./period-type.ts";
import { PERIOD_TYPE_WORDS } from "./period-type-words.ts";
import { yearOf } from "./year-of.ts";

/** A period read from text, or the row error code with its reason in both languages. */
export type PeriodParse =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly code: "period-malformed" | "period-type-mismatch"; readonly reason: Text };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/**
 * Reads a period as written by people and systems: canonical ids and the spellings `2026-M10`, `202610`, `2026-A1`,
 * `2026Q3`, `2026-H2`, `2026-D326`, `20261122`, `2026-11-22T07:00+07:00`, `2026-10-01/P1M`, `2026-2030`. Two digits for
 * months and weeks as in SDMX (`2026-W1` is refused). With `expected` the type must fit, and a bare date is accepted for `static`.
 */
export function parsePeriod(text: string, expected?: PeriodType): PeriodParse {
  const reading = readPeriod(text.trim().toUpperCase());
  if ("vi" in reading) return { ok: false, code: "period-malformed", reason: withExample(reading, expected) };
  if (expected === undefined || reading.type === expected) return { ok: true, period: reading };
  if (expected === "static" && reading.type === "day") {
    return { ok: true, period: { type: "static", ordinal: reading.ordinal } };
  }
  return { ok: false, code: "period-type-mismatch", reason: mismatch(reading.type, expected) };
}

function readPeriod(text: string): Reading {
  for (const { pattern, read } of SPELLINGS) {
    const match = pattern.exec(text);
    if (match !== null) return withinYears(read(match.slice(1)));
  }
  return (
    NEAR_MISSES.find(({ pattern }) => pattern.test(text))?.reason ?? {
      vi: "Không đọc được kỳ dữ liệu.",
      en: "This is not a period.",
    }
  );
}

function withinYears(reading: Reading): Reading {
  if ("vi" in reading) return reading;
  const year = yearOf(reading);
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return reading;
  return {
    vi: `Năm ${year} nằm ngoài khoảng ${FIRST_YEAR}–${LAST_YEAR}.`,
    en: `The year ${year} is outside ${FIRST_YEAR}–${LAST_YEAR}.`,
  };
}

function withExample(reason: Text, expected: PeriodType | undefined): Text {
  if (expected === undefined) return reason;
  const example = PERIOD_EXAMPLE[expected];
  return { vi: `${reason.vi} Ví dụ đúng: ${example}.`, en: `${reason.en} A valid example: ${example}.` };
}

function mismatch(got: PeriodType, expected: PeriodType): Text {
  const [is, shouldBe, example] = [PERIOD_TYPE_WORDS[got], PERIOD_TYPE_WORDS[expected], PERIOD_EXAMPLE[expected]];
  return {
    vi: `Đây là kỳ ${is.vi}; chỉ số này theo kỳ ${shouldBe.vi}, ví dụ ${example}.`,
    en: `This is of type ${is.en}; the indicator takes ${shouldBe.en}, such as ${example}.`,
  };
}
