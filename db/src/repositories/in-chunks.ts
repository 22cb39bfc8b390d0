/** Parameters of one statement stay far below the limit of either database (32,766 and 65,535). */
const ROWS_PER_STATEMENT = 500;

/** Calls `write` with consecutive parts of `rows`, one after the other; never with an empty part. */
export async function inChunks<T>(rows: readonly T[], write: (part: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) await write(rows.slice(at, at + ROWS_PER_STATEMENT));
}
