import { foldDiacritics } from "../i18n/fold-diacritics.ts";
import { dayNumber, daysInMonth } from "./civil-date.ts";
import { parsePeriod } from "./parse-period.ts";
import type { Period, PeriodId } from "./period.ts";
import { periodId } from "./period-id.ts";
import type { PeriodType } from "./period-type.ts";

/** A way in which people write a period: its pattern over folded text, and what its groups stand for in a canonical spelling. */
interface Written {
  readonly pattern: RegExp;
  readonly spelling: (groups: readonly string[], type: PeriodType | undefined) => string;
}

const OF = "(?: ?[/.-] ?| nam | )";
const ROMAN: Readonly<Record<string, string>> = { i: "1", ii: "2", iii: "3", iv: "4" };
const two = (text: string | undefined): string => (text ?? "").padStart(2, "0");

const WRITTEN: readonly Written[] = [
  {
    pattern: new RegExp(String.raw`^(?:thang |t\.? ?)?(\d{1,2})${OF}(\d{4})$`),
    spelling: ([month, year]) => `${year}-${two(month)}`,
  },
  {
    pattern: new RegExp(`^(?:quy |q\\.? ?)(i{1,3}|iv|[1-4])${OF}(\\d{4})$`),
    spelling: ([quarter = "", year]) => `${year}-Q${ROMAN[quarter] ?? quarter}`,
  },
  {
    pattern: /^6 ?(?:thang|t) (dau|cuoi)(?: nam |\/)(\d{4})$/,
    spelling: ([end, year], type) => (end === "dau" ? monthsOfYear("6", year, type) : `${year}-S2`),
  },
  {
    pattern: /^(\d{1,2}) thang(?: dau)?(?: nam |\/| )(\d{4})$/,
    spelling: ([months = "", year], type) => monthsOfYear(months, year, type),
  },
  { pattern: /^nam (\d{4})$/, spelling: ([year]) => `${year}` },
  {
    pattern: new RegExp(String.raw`^tuan (?:thu )?(\d{1,2})${OF}(\d{4})$`),
    spelling: ([week, year]) => `${year}-W${two(week)}`,
  },
  {
    pattern: /^(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
    spelling: ([day, month, year]) => `${year}-${two(month)}-${two(day)}`,
  },
  {
    pattern: /^(\d{1,2})(?::00|h| gio)(?:,? ngay)? (\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    spelling: ([hour, day, month, year]) => `${year}-${two(month)}-${two(day)}T${two(hour)}`,
  },
  { pattern: /^giai doan (\d{4}) ?[-–] ?(\d{4})$/, spelling: ([from, to]) => `${from}-${to}` },
  {
    pattern: /^tu (?:ngay )?(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    spelling: ([day, month, year]) => `${year}-${two(month)}-${two(day)}/..`,
  },
  { pattern: /^nua (dau|cuoi) thang (\d{1,2})\/(\d{4})$/, spelling: ([end, month, year]) => half(end, month, year) },
];

/**
 * The period that a Vietnamese text names, as this system writes them and as reports do: `Tháng 10/2026`, `10/2026`,
 * `T10/2026`, `Quý III/2026`, `6 tháng đầu năm 2026`, `10 tháng năm 2026`, `Năm 2026`, `Tuần 47/2026`, `22/11/2026`. The type
 * decides where a span to date has more than one meaning. Null for what is none of these; a canonical spelling is read by
 * `parsePeriod`.
 */
export function readWrittenPeriod(text: string, type?: PeriodType): PeriodId | null {
  const folded = foldDiacritics(text).replace(/\s+/g, " ").trim();
  for (const { pattern, spelling } of WRITTEN) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const parsed = parsePeriod(spelling(match.slice(1), type), type);
    return parsed.ok ? periodId(parsed.period) : null;
  }
  return null;
}

/** A span from January on ends with a month, a quarter or a half-year, by the periods the indicator has. */
function monthsOfYear(months: string, year: string | undefined, type: PeriodType | undefined): string {
  if (type === "quarter") return `${year}-Q${Number(months) / 3}`;
  const isHalf = months === "6" && type !== "month";
  return isHalf ? `${year}-S1` : `${year}-${two(months)}`;
}

function half(end: string | undefined, month: string | undefined, year: string | undefined): string {
  const [of, number] = [Number(year), Number(month)];
  if (number < 1 || number > 12) return "";
  const isFirst = end === "dau";
  const first: Period = { type: "day", ordinal: dayNumber(of, number, isFirst ? 1 : 16) };
  return `${periodId(first)}/P${isFirst ? 15 : daysInMonth(of, number) - 15}D`;
}
