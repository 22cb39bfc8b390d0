import type { Text } from "../text/text.ts";
import type { PeriodType } from "./period-type.ts";

/** Names of the period types as read after "kỳ" or "a": kỳ tháng, a month. */
export const PERIOD_TYPE_WORDS = {
  hour: { vi: "giờ", en: "hour" },
  day: { vi: "ngày", en: "day" },
  week: { vi: "tuần", en: "week" },
  "half-month": { vi: "nửa tháng", en: "half-month" },
  month: { vi: "tháng", en: "month" },
  quarter: { vi: "quý", en: "quarter" },
  "half-year": { vi: "6 tháng", en: "half-year" },
  year: { vi: "năm", en: "year" },
  term: { vi: "giai đoạn 5 năm", en: "five-year term" },
  static: { vi: "cố định (có hiệu lực từ ngày)", en: "static value (in force from a date)" },
} as const satisfies Record<PeriodType, Text>;
