export { type DataDir, defaultDataDir, readDataJson, readDataText } from "./read-data.ts";
