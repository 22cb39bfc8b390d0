import { parsePeriod, readWrittenPeriod } from "@bochiso/shared/period";

/** Words in which a period is looked for; headings and titles are short. */
const MOST_WORDS = 24;
/** `9 tháng năm 2026` is a span from January on: which of its periods is meant is not guessed. */
const TO_DATE = /\d+\s+tháng(?:\s+đầu)?\s+năm/i;

/** The longest part of a text that is a written period, as it is written there: `tháng 10/2026` of `Ước tháng 10/2026`. */
export function periodWithin(text: string): string | null {
  const words = text
    .replace(/[,;:()]/g, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS);
  if (TO_DATE.test(words.join(" "))) return null;
  for (let length = Math.min(words.length, 6); length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const part = words.slice(from, from + length).join(" ");
      if (!/\d{4}/.test(part)) continue;
      if (readWrittenPeriod(part) !== null || (/\D/.test(part) && parsePeriod(part).ok)) return part;
    }
  }
  return null;
}

/** A year alone, and the first day that a spreadsheet makes of a typed `10/2026`: periods where they are a whole heading. */
const WHOLE = /^(?:((?:19|20)\d\d)|((?:19|20)\d\d-\d\d)-01)$/;

/** The period of a heading; one without its year, such as `Tháng 10`, takes the year that stands above. */
export function periodOfHeading(levels: readonly string[], titles: readonly string[]): string | null {
  for (const text of levels.toReversed()) {
    const [, year, month] = WHOLE.exec(text) ?? [];
    const whole = year ?? month ?? periodWithin(text);
    if (whole !== null) return whole;
    const short = /(?:tháng|quý|T|Q)\s*\.?(?:\d{1,2}|I{1,3}V?|IV)\b/iu.exec(text)?.[0];
    const above = yearIn([...levels, ...titles]);
    if (short !== undefined && above !== null && readWrittenPeriod(`${short}/${above}`) !== null)
      return `${short}/${above}`;
  }
  return null;
}

function yearIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0];
    if (year !== undefined) return year;
  }
  return null;
}
