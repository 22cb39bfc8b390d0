export { FormulaPage } from "./formula-page.tsx";
export { useTriedInAddress } from "./use-tried-in-address.ts";
