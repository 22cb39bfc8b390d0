export { ExplanationPanel } from "./explanation-panel.tsx";
