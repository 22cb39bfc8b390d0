export { ComparisonBody } from "./comparison-body.tsx";
export { ComparisonMap } from "./comparison-map.tsx";
export { comparisonView } from "./model/comparison-view.ts";
export { Ranking } from "./ranking.tsx";
