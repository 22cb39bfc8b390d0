export { ExplainLink } from "./explain-link.tsx";
export { ExplanationPanel } from "./explanation-panel.tsx";
export { cellKey, parseCellKey } from "./model/cell-key.ts";
