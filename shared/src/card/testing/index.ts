export { aDefinition } from "./a-definition.ts";
export { aSeries } from "./a-series.ts";
