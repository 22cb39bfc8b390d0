export { formatClock, formatDuration, formatReceived } from "./format-instant.ts";
export { formatValue, joinUnit, type ShownValue } from "./format-value.ts";
