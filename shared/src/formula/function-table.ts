import type { FunctionParameter, FunctionRow } from "./function-row.ts";

const X: FunctionParameter = { name: "x", kind: "number" };
const COUNT: FunctionParameter = { name: "n", kind: "periods" };

const TIME_FUNCTIONS = {
  previous: {
    category: "time",
    parameters: [X],
    over: false,
    unit: "same-as-first",
    missing: "any",
    text: { vi: "Giá trị của kỳ liền trước.", en: "The value of the period before." },
    example: "previous(trade.export.value)",
  },
  yearAgo: {
    category: "time",
    parameters: [X],
    over: false,
    unit: "same-as-first",
    missing: "any",
    text: { vi: "Giá trị cùng kỳ năm trước.", en: "The value of the same period of last year." },
    example: "yearAgo(trade.export.value)",
  },
  lag: {
    category: "time",
    parameters: [X, COUNT],
    over: false,
    unit: "same-as-first",
    missing: "any",
    text: { vi: "Giá trị của n kỳ trước, tính theo kỳ của x.", en: "The value n periods earlier, in periods of x." },
    example: "lag(trade.export.value, 3)",
  },
  yoy: {
    category: "time",
    parameters: [X],
    over: false,
    unit: "percent-change",
    missing: "any",
    text: {
      vi: "Tăng, giảm so với cùng kỳ năm trước (%). Gốc bằng 0 hoặc âm là lỗi.",
      en: "Percent change on the same period of last year. A base of zero or less is an error.",
    },
    example: "yoy(trade.export.value)",
  },
  pop: {
    category: "time",
    parameters: [X],
    over: false,
    unit: "percent-change",
    missing: "any",
    text: {
      vi: "Tăng, giảm so với kỳ liền trước (%). Gốc bằng 0 hoặc âm là lỗi.",
      en: "Percent change on the period before. A base of zero or less is an error.",
    },
    example: "pop(macro.cpi.index)",
  },
  ytd: {
    category: "time",
    parameters: [X],
    over: false,
    unit: "same-as-first",
    missing: "window",
    text: {
      vi: "Cộng dồn từ đầu năm của số trong kỳ; cần đủ mọi kỳ.",
      en: "The sum since the start of the year of an in-period series; needs every period.",
    },
    example: "ytd(trade.export.value)",
  },
  ytdMean: {
    category: "time",
    parameters: [X],
    over: false,
    unit: "same-as-first",
    missing: "window",
    text: {
      vi: "Bình quân từ đầu năm; cần đủ mọi kỳ.",
      en: "The mean since the start of the year; needs every period.",
    },
    example: "ytdMean(macro.cpi.index)",
  },
  endOfLastYear: {
    category: "time",
    parameters: [X],
    over: false,
    unit: "same-as-first",
    missing: "any",
    text: { vi: "Giá trị kỳ cuối của năm trước.", en: "The value of the last period of the year before." },
    example: "endOfLastYear(bank.credit.balance)",
  },
  rollingSum: {
    category: "time",
    parameters: [X, COUNT],
    over: false,
    unit: "same-as-first",
    missing: "window",
    text: { vi: "Tổng n kỳ gần nhất; cần đủ mọi kỳ.", en: "The sum of the last n periods; needs every period." },
    example: "rollingSum(trade.export.value, 12)",
  },
  rollingMean: {
    category: "time",
    parameters: [X, COUNT],
    over: false,
    unit: "same-as-first",
    missing: "window",
    text: { vi: "Bình quân n kỳ gần nhất; cần đủ mọi kỳ.", en: "The mean of the last n periods; needs every period." },
    example: "rollingMean(epi.covid.cases, 7)",
  },
  inPeriod: {
    category: "time",
    parameters: [X],
    over: false,
    unit: "same-as-first",
    missing: "any",
    text: {
      vi: "Số trong kỳ từ chuỗi lũy kế: lũy kế kỳ này trừ lũy kế kỳ trước; kỳ đầu năm giữ nguyên.",
      en: "The in-period value of a cumulative series: this period's total less the one before; the first period of the year stands.",
    },
    example: "inPeriod(pi.executed)",
  },
} as const satisfies Record<string, FunctionRow>;

const SPACE_FUNCTIONS = {
  sum: {
    category: "space",
    parameters: [X],
    over: true,
    unit: "same-as-first",
    missing: "parts",
    text: {
      vi: "Cộng theo địa phương cấp dưới trực tiếp (over area) hoặc theo mã của một phân tổ; cần đủ mọi phần.",
      en: "The sum over the areas directly below (over area) or over the codes of a dimension; needs every part.",
    },
    example: "sum(trade.export.value over ownership)",
  },
  share: {
    category: "space",
    parameters: [X, { name: "of", kind: "number" }],
    over: false,
    unit: "share",
    missing: "any",
    text: { vi: "Tỷ trọng của x trong tổng (%).", en: "The share of x in the whole, in percent." },
    example: "share(trade.export.value[ownership=FDI], trade.export.value)",
  },
  rank: {
    category: "space",
    parameters: [X],
    over: false,
    unit: "position",
    missing: "any",
    text: {
      vi: "Thứ hạng trong các địa phương cùng cấp có số liệu (1 là tốt nhất theo chiều mong muốn của chỉ số; bằng nhau thì đồng hạng).",
      en: "The rank among the areas of the same level that have a value (1 is best in the wanted direction; ties share a rank).",
    },
    example: "rank(pi.rate)",
  },
} as const satisfies Record<string, FunctionRow>;

const OTHER_FUNCTIONS = {
  if: {
    category: "logic",
    parameters: [
      { name: "c", kind: "boolean" },
      { name: "a", kind: "any" },
      { name: "b", kind: "any" },
    ],
    over: false,
    unit: "branches",
    missing: "chosen-branch",
    text: { vi: "Nếu c đúng thì a, ngược lại b.", en: "a where c holds, otherwise b." },
    example: "if(pi.plan > 0, pi.disbursed / pi.plan * 100, 0)",
  },
  step: {
    category: "logic",
    parameters: [
      { name: "v", kind: "number" },
      { name: "t1", kind: "number" },
      { name: "t2", kind: "number" },
      { name: "t3", kind: "number" },
    ],
    over: false,
    unit: "state",
    missing: "any",
    text: {
      vi: "Cấp 0 đến 3: số ngưỡng tăng dần mà v đã đạt hoặc vượt.",
      en: "Level 0 to 3: how many of the rising thresholds v has reached or passed.",
    },
    example: "step(hyd.level, hyd.alarm_1, hyd.alarm_2, hyd.alarm_3)",
  },
  coalesce: {
    category: "missing",
    parameters: [
      { name: "a", kind: "any" },
      { name: "b", kind: "any", repeated: true },
    ],
    over: false,
    unit: "branches",
    missing: "first-present",
    text: { vi: "Giá trị đầu tiên không thiếu.", en: "The first value that is not missing." },
    example: "coalesce(trade.export.value, 0)",
  },
  isMissing: {
    category: "missing",
    parameters: [{ name: "x", kind: "any" }],
    over: false,
    unit: "boolean",
    missing: "tested",
    text: { vi: "Đúng khi x thiếu.", en: "True where x is missing." },
    example: "isMissing(trade.export.value)",
  },
  min: {
    category: "math",
    parameters: [X, { name: "y", kind: "number", repeated: true }],
    over: false,
    unit: "common",
    missing: "any",
    text: { vi: "Số nhỏ nhất.", en: "The smallest number." },
    example: "min(hyd.alarm_1, hyd.alarm_2)",
  },
  max: {
    category: "math",
    parameters: [X, { name: "y", kind: "number", repeated: true }],
    over: false,
    unit: "common",
    missing: "any",
    text: { vi: "Số lớn nhất.", en: "The largest number." },
    example: "max(trade.balance, 0)",
  },
  abs: {
    category: "math",
    parameters: [X],
    over: false,
    unit: "same-as-first",
    missing: "any",
    text: { vi: "Giá trị tuyệt đối.", en: "The absolute value." },
    example: "abs(trade.balance)",
  },
  round: {
    category: "math",
    parameters: [X, { name: "digits", kind: "digits", optional: true }],
    over: false,
    unit: "same-as-first",
    missing: "any",
    text: {
      vi: "Làm tròn đến số chữ số thập phân đã cho, nửa thì xa số 0.",
      en: "Rounds to the given decimals, halves away from zero.",
    },
    example: "round(pi.rate, 2)",
  },
  sqrt: {
    category: "math",
    parameters: [X],
    over: false,
    unit: "square-root",
    missing: "any",
    text: { vi: "Căn bậc hai; số âm là lỗi.", en: "The square root; a negative number is an error." },
    example: "sqrt(pop.total * pop.urban)",
  },
  ln: {
    category: "math",
    parameters: [X],
    over: false,
    unit: "pure-number",
    missing: "any",
    text: { vi: "Lô-ga-rít tự nhiên; số không dương là lỗi.", en: "The natural logarithm; zero or less is an error." },
    example: "ln(macro.gdp.value / yearAgo(macro.gdp.value))",
  },
  exp: {
    category: "math",
    parameters: [X],
    over: false,
    unit: "pure-number",
    missing: "any",
    text: { vi: "Lũy thừa cơ số e.", en: "The power of e." },
    example: "exp(ln(macro.gdp.value / yearAgo(macro.gdp.value)) / 4)",
  },
} as const satisfies Record<string, FunctionRow>;

const ROWS = { ...TIME_FUNCTIONS, ...SPACE_FUNCTIONS, ...OTHER_FUNCTIONS } as const;

/** Name of a function of the language. */
export type FunctionName = keyof typeof ROWS;

/** Every function of the formula language, one row each. Source: domain.md, Formula language. */
export const FUNCTION_TABLE: Readonly<Record<FunctionName, FunctionRow>> = ROWS;

/** The names in the order of the documentation page. */
export const FUNCTION_NAMES: readonly FunctionName[] = Object.keys(ROWS).filter(isFunctionName);

/** Whether a name is a function of the language (exact case). */
export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(ROWS, name);
}
