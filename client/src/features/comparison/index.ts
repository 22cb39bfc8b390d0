export { BasisChoice } from "./basis-choice.tsx";
export { ComparisonBody } from "./comparison-body.tsx";
export { ComparisonMap } from "./comparison-map.tsx";
export { comparisonView } from "./model/comparison-view.ts";
export { RankingBlock, RefusalNote } from "./ranking-block.tsx";
