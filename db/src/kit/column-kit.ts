import type { sqliteKit } from "./sqlite-kit.ts";

/** What a schema is built from: one kit per dialect, typed as SQLite's. */
export type ColumnKit = typeof sqliteKit;
