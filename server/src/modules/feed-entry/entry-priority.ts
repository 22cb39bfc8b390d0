import type { Priority } from "@bochiso/db/store";

/** Values of one period typed in by hand, at most. */
const SHORT_ROWS = 200;

/** A person waits for few values; a whole file is bulk work, and what goes ahead of others must be short. */
export function entryPriority(rows: number): Priority {
  return rows <= SHORT_ROWS ? "high" : "normal";
}
