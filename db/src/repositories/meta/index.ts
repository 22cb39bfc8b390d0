export { readMeta, writeMeta } from "./meta.ts";
