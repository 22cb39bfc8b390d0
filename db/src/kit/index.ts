export type { ColumnKit } from "./column-kit.ts";
export { postgresKit } from "./postgres-kit.ts";
export { sqliteKit } from "./sqlite-kit.ts";
