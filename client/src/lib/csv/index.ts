export { type CsvCell, csvText } from "./csv-text.ts";
export { downloadText } from "./download-text.ts";
export { exportValue } from "./export-value.ts";
