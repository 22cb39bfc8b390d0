export { type Breakdown, type BreakdownKey, breakdownKey, parseBreakdownKey, TOTAL_KEY } from "./breakdown-key.ts";
export { Dimension, DimensionCode } from "./dimension.ts";
