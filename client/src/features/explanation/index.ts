export { ExplainLink } from "./explain-link.tsx";
export { LazyExplanationPanel } from "./lazy-explanation-panel.tsx";
export { cellKey } from "./model/cell-key.ts";
