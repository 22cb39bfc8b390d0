export { formatAge, formatDate, formatInstant, instantParts } from "./format-instant.ts";
export { formatNumber } from "./format-number.ts";
export { formatValue, joinUnit, type ShownValue } from "./format-value.ts";
