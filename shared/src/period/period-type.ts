import { z } from "zod";

/** Period types (kỳ dữ liệu) of domain.md; `static` is a validity interval. */
export const PeriodType = z.enum([
  "hour",
  "day",
  "week",
  "half-month",
  "month",
  "quarter",
  "half-year",
  "year",
  "term",
  "static",
]);
export type PeriodType = z.infer<typeof PeriodType>;
