import type { Text } from "../text/text.ts";
import { CALENDARS } from "./calendars.ts";
import { civilDate, dayNumber, daysInMonth, isLeapYear, isoDate, padded } from "./civil-date.ts";
import { firstWeekOf, weeksInYear } from "./iso-week.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";

/** A spelling read: the period, or why its text names none. */
export type Reading = Period | Text;

/** A way of writing a period: its pattern over upper-case text, and how its groups are read. */
export interface Spelling {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => Reading;
}

const text = (vi: string, en: string): Text => ({ vi, en });
const numbers = (groups: readonly string[]): number[] => groups.map(Number);

/** A part of a year that counts from 1: months, quarters, half-years. */
function partOfYear(type: PeriodType, perYear: number, noun: Text): Spelling["read"] {
  return (groups) => {
    const [year = 0, part = 0] = numbers(groups);
    if (part >= 1 && part <= perYear) return { type, ordinal: year * perYear + part - 1 };
    return text(
      `${noun.vi} ${part} không có: ${noun.vi.toLowerCase()} chạy từ 1 đến ${perYear}.`,
      `There is no ${noun.en} ${part}: a ${noun.en} runs from 1 to ${perYear}.`,
    );
  };
}

const readMonth = partOfYear("month", 12, text("Tháng", "month"));

function readWeek(groups: readonly string[]): Reading {
  const [year = 0, week = 0] = numbers(groups);
  const weeks = weeksInYear(year);
  if (week >= 1 && week <= weeks) return { type: "week", ordinal: firstWeekOf(year) + week - 1 };
  return text(
    `Năm ${year} có các tuần 1 đến ${weeks}, không có tuần ${week}.`,
    `${year} has weeks 1 to ${weeks}, not week ${week}.`,
  );
}

/** Days since 1970-01-01 of year, month, day as written, or why there is no such date. */
function readDate(groups: readonly string[]): number | Text {
  const [year = 0, month = 0, day = 0] = numbers(groups);
  if (month < 1 || month > 12) return text(`Tháng ${month} không có.`, `There is no month ${month}.`);
  const days = daysInMonth(year, month);
  if (day >= 1 && day <= days) return dayNumber(year, month, day);
  return text(
    `Tháng ${padded(month, 2)}/${year} có ${days} ngày, không có ngày ${day}.`,
    `Month ${month} of ${year} has ${days} days, not a day ${day}.`,
  );
}

function readDay(groups: readonly string[]): Reading {
  const day = readDate(groups);
  return typeof day === "number" ? { type: "day", ordinal: day } : day;
}

function readDayOfYear(groups: readonly string[]): Reading {
  const [year = 0, day = 0] = numbers(groups);
  const days = isLeapYear(year) ? 366 : 365;
  if (day >= 1 && day <= days) return { type: "day", ordinal: dayNumber(year, 1, 1) + day - 1 };
  return text(`Năm ${year} có ${days} ngày, không có ngày thứ ${day}.`, `${year} has ${days} days, not a day ${day}.`);
}

function readHour(groups: readonly string[]): Reading {
  const day = readDate(groups.slice(0, 3));
  if (typeof day !== "number") return day;
  const [hour = 0, minute = 0, second = 0] = numbers(groups.slice(3, 6).map((part) => part || "0"));
  const offset = groups[6] ?? "";
  if (!/^(\+07(:?00)?)?$/.test(offset)) {
    return text(
      `Giờ phải là giờ Việt Nam (UTC+7), không phải ${offset}.`,
      `Hours are Viet Nam time (UTC+7), not ${offset}.`,
    );
  }
  if (hour > 23)
    return text(`Giờ ${hour} không có: giờ chạy từ 00 đến 23.`, `There is no hour ${hour}: hours run from 00 to 23.`);
  if (minute !== 0 || second !== 0) {
    return text("Kỳ giờ bắt đầu đúng phút 00.", "An hour starts at minute 00.");
  }
  return { type: "hour", ordinal: day * 24 + hour };
}

function readTerm(year: number): Reading {
  const ordinal = (year - 2021) / 5;
  if (Number.isInteger(ordinal)) return { type: "term", ordinal };
  return text(
    `Giai đoạn 5 năm bắt đầu từ năm tận cùng là 1 hoặc 6 (2021, 2026, 2031), không phải ${year}.`,
    `Five-year terms start in years ending in 1 or 6 (2021, 2026, 2031), not ${year}.`,
  );
}

function readYears(groups: readonly string[]): Reading {
  const [from = 0, to = 0] = numbers(groups);
  if (to === from + 4) return readTerm(from);
  return text(`Từ ${from} đến ${to} không phải là 5 năm.`, `${from} to ${to} is not five years.`);
}

function readStatic(groups: readonly string[]): Reading {
  const day = readDate(groups);
  return typeof day === "number" ? { type: "static", ordinal: day } : day;
}

const TYPE_OF_DURATION: Readonly<Record<string, PeriodType>> = {
  P1D: "day",
  P7D: "week",
  P1W: "week",
  P13D: "half-month",
  P14D: "half-month",
  P15D: "half-month",
  P16D: "half-month",
  P1M: "month",
  P3M: "quarter",
  P6M: "half-year",
  P1Y: "year",
  P12M: "year",
  P5Y: "term",
};

/** SDMX time range `start/duration`: the period of that length must start exactly there. */
function readRange(groups: readonly string[]): Reading {
  const duration = groups[3] ?? "";
  const day = readDate(groups);
  if (typeof day !== "number") return day;
  const type = TYPE_OF_DURATION[duration];
  if (type === undefined) {
    return text(`Không có kỳ dữ liệu nào dài ${duration}.`, `No period type is ${duration} long.`);
  }
  const { at, firstDay, lastDay } = CALENDARS[type];
  const ordinal = at(day);
  const [first, last] = [firstDay(ordinal), lastDay(ordinal)];
  const fits = first === day && (type !== "half-month" || `P${last - first + 1}D` === duration);
  if (fits) return { type, ordinal };
  const { year } = civilDate(day);
  if (type === "term") return readTerm(year);
  return text(
    `Không có kỳ dữ liệu bắt đầu ngày ${isoDate(day)} và dài ${duration}; kỳ chứa ngày đó từ ${isoDate(first)} đến ${isoDate(last)}.`,
    `No period starts on ${isoDate(day)} and lasts ${duration}; the one holding that day runs from ${isoDate(first)} to ${isoDate(last)}.`,
  );
}

const DATE = "(\\d{4})-(\\d{2})-(\\d{2})";

/** Every accepted spelling; no two patterns match one text. Sources: SDMX 3.0 section 6 (time formats), ISO 8601, domain.md. */
export const SPELLINGS: readonly Spelling[] = [
  { pattern: /^(\d{4})(?:-?A1)?$/, read: ([year]) => ({ type: "year", ordinal: Number(year) }) },
  { pattern: /^(\d{4})(?:-|-?M)?(\d{2})$/, read: readMonth },
  { pattern: /^(\d{4})-?Q(\d)$/, read: partOfYear("quarter", 4, text("Quý", "quarter")) },
  { pattern: /^(\d{4})-?[SH](\d)$/, read: partOfYear("half-year", 2, text("Kỳ 6 tháng thứ", "half-year")) },
  { pattern: /^(\d{4})-?W(\d{2})$/, read: readWeek },
  { pattern: new RegExp(`^${DATE}$`), read: readDay },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, read: readDay },
  { pattern: /^(\d{4})-?D(\d{3})$/, read: readDayOfYear },
  {
    pattern: new RegExp(`^${DATE}[T ](\\d{2})(?::(\\d{2})(?::(\\d{2})(?:\\.0+)?)?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?$`),
    read: readHour,
  },
  { pattern: /^(\d{4})\/P5Y$/, read: ([year]) => readTerm(Number(year)) },
  { pattern: /^(\d{4})[-–](\d{4})$/, read: readYears },
  { pattern: new RegExp(`^${DATE}/(P[0-9A-Z]+)$`), read: readRange },
  { pattern: new RegExp(`^${DATE}/\\.\\.$`), read: readStatic },
];

/** Spellings that people do send and that are refused with a hint rather than guessed. */
export const NEAR_MISSES: readonly { readonly pattern: RegExp; readonly reason: Text }[] = [
  {
    pattern: /^\d{4}-?[MW]?\d$|^\d{4}-\d{1,2}-\d{1,2}$/,
    reason: text(
      "Tháng, tuần, ngày viết đủ hai chữ số, như 2026-01.",
      "Months, weeks and days take two digits, as in 2026-01.",
    ),
  },
  {
    pattern: /^\d{4}-?T\d$/,
    reason: text("Kỳ 4 tháng không phải là kỳ dữ liệu được dùng.", "Four-month periods are not used."),
  },
  {
    pattern: /^\d{4}-?Q0\d$/,
    reason: text("Quý viết một chữ số, như 2026-Q3.", "Quarters take one digit, as in 2026-Q3."),
  },
  {
    pattern: /^(\d{1,2}[/-])?\d{1,2}[/-]\d{4}$/,
    reason: text("Viết năm trước: 2026-10 hoặc 2026-10-22.", "Write the year first: 2026-10 or 2026-10-22."),
  },
  {
    pattern: new RegExp(`^${DATE}/${DATE}$`),
    reason: text(
      "Khoảng có ngày cuối không phải là kỳ dữ liệu; số liệu cố định viết 2026-01-01/..",
      "An interval with an end is no period; a static value is written 2026-01-01/..",
    ),
  },
];
