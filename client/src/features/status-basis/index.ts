export { LazyStatusPanel } from "./lazy-status-panel.tsx";
export { StatusLink } from "./status-link.tsx";
