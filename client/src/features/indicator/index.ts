export { IndicatorPage } from "./indicator-page.tsx";
