import type { Language } from "../text/text.ts";
import type { FunctionName } from "./function-table.ts";

/** What a call says: its arguments as words, in order, and what it runs over (`sum`), else "". */
export type Phrase = (words: readonly string[], over: string) => string;

const of =
  (before: string): Phrase =>
  ([x = ""]) =>
    `${before} ${x}`;
const counted =
  (before: string, after: string): Phrase =>
  ([x = "", n = ""]) =>
    `${before} ${n} ${after} ${x}`;
const listed =
  (before: string): Phrase =>
  (words) =>
    `${before} ${words.join("; ")}`;

/** Each function of the language as people say it; proved complete against the function table. */
export const FUNCTION_PHRASES = {
  previous: { vi: of("giá trị kỳ trước của"), en: of("value of the period before of") },
  yearAgo: { vi: of("giá trị cùng kỳ năm trước của"), en: of("value of the same period of last year of") },
  lag: { vi: counted("giá trị", "kỳ trước của"), en: ([x = "", n = ""]) => `value ${n} periods earlier of ${x}` },
  yoy: { vi: of("tốc độ tăng so với cùng kỳ năm trước của"), en: of("change on the same period of last year in") },
  pop: { vi: of("tốc độ tăng so với kỳ trước của"), en: of("change on the period before in") },
  ytd: { vi: of("lũy kế từ đầu năm của"), en: of("year-to-date sum of") },
  ytdMean: { vi: of("bình quân từ đầu năm của"), en: of("year-to-date mean of") },
  endOfLastYear: { vi: of("giá trị cuối năm trước của"), en: of("value at the end of last year of") },
  rollingSum: {
    vi: counted("tổng", "kỳ gần nhất của"),
    en: ([x = "", n = ""]) => `sum over the last ${n} periods of ${x}`,
  },
  rollingMean: {
    vi: counted("bình quân", "kỳ gần nhất của"),
    en: ([x = "", n = ""]) => `mean over the last ${n} periods of ${x}`,
  },
  inPeriod: { vi: of("số trong kỳ của"), en: of("in-period value of") },
  sum: { vi: ([x = ""], over) => `tổng theo ${over} của ${x}`, en: ([x = ""], over) => `sum by ${over} of ${x}` },
  share: {
    vi: ([x = "", whole = ""]) => `tỷ trọng của ${x} trong ${whole}`,
    en: ([x = "", whole = ""]) => `share of ${x} in ${whole}`,
  },
  rank: { vi: of("thứ hạng theo"), en: of("rank by") },
  if: {
    vi: ([c = "", a = "", b = ""]) => `nếu ${c} thì ${a}, ngược lại ${b}`,
    en: ([c = "", a = "", b = ""]) => `if ${c} then ${a}, otherwise ${b}`,
  },
  step: {
    vi: ([v = "", ...limits]) => `cấp của ${v} theo các ngưỡng ${limits.join("; ")}`,
    en: ([v = "", ...limits]) => `level of ${v} by the thresholds ${limits.join("; ")}`,
  },
  coalesce: {
    vi: ([a = "", ...others]) => `${a}, nếu chưa có thì ${others.join(", rồi đến ")}`,
    en: ([a = "", ...others]) => `${a}, where missing ${others.join(", then ")}`,
  },
  isMissing: { vi: ([x = ""]) => `${x} chưa có số liệu`, en: ([x = ""]) => `${x} is missing` },
  min: { vi: listed("số nhỏ nhất trong"), en: listed("the smallest of") },
  max: { vi: listed("số lớn nhất trong"), en: listed("the largest of") },
  abs: { vi: of("giá trị tuyệt đối của"), en: of("absolute value of") },
  round: {
    vi: ([x = "", digits = "0"]) => `${x} làm tròn đến ${digits} chữ số thập phân`,
    en: ([x = "", digits = "0"]) => `${x} rounded to ${digits} decimals`,
  },
  sqrt: { vi: of("căn bậc hai của"), en: of("square root of") },
  ln: { vi: of("lô-ga-rít tự nhiên của"), en: of("natural logarithm of") },
  exp: { vi: of("lũy thừa cơ số e của"), en: of("e to the power of") },
} as const satisfies Record<FunctionName, Record<Language, Phrase>>;
