export { ExplainLink } from "./explain-link.tsx";
export { LazyExplanationPanel } from "./lazy-explanation-panel.tsx";
