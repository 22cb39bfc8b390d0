export type { Details } from "./catalogue-tables.ts";
export { createSchema, type Schema } from "./create-schema.ts";
