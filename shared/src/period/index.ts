export type { Period, PeriodId } from "./period.ts";
export { PeriodType } from "./period-type.ts";
