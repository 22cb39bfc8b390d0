import Database from "better-sqlite3";

/** First period of the invented past; far from every period that a proof changes. */
const FIRST_ORDINAL = 30_000;
const PER_STEP = 1_000_000;

/** The number of current cells a database holds. */
export function storedCells(location: string): number {
  const database = new Database(location, { readonly: true });
  try {
    return database.prepare<[], { n: number }>("SELECT count(*) AS n FROM observation").get()?.n ?? 0;
  } finally {
    database.close();
  }
}

/**
 * Gives series of a closed database a long past, straight at the storage level, until about `cells` are stored; those
 * of `except` in `area` stay as they are. The database must not be open elsewhere.
 */
export function addHistory(
  location: string,
  { cells, except, area }: { readonly cells: number; readonly except: readonly string[]; readonly area: string },
): void {
  const missing = cells - storedCells(location);
  const database = new Database(location);
  try {
    database.pragma("journal_mode = DELETE");
    database.pragma("synchronous = OFF");
    database.pragma("cache_size = -262144");
    const all = database
      .prepare<[string, string], { id: number }>(
        "SELECT id FROM series WHERE NOT (area = ? AND indicator IN (SELECT value FROM json_each(?))) ORDER BY id",
      )
      .all(area, JSON.stringify(except));
    const perSeries = Math.ceil(missing / all.length);
    const insert = database.prepare<[number, number, number]>(`
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
      INSERT INTO observation (series_id, ordinal, revision, commit_seq, value, status, retracted)
      SELECT ?, ? + i, 1, 1, i, 'E', 0 FROM n
    `);
    const seriesPerStep = Math.max(1, Math.floor(PER_STEP / perSeries));
    for (let at = 0; at < all.length; at += seriesPerStep) {
      database.transaction(() => {
        for (const { id } of all.slice(at, at + seriesPerStep)) insert.run(perSeries, id, FIRST_ORDINAL);
      })();
    }
    database.pragma("journal_mode = WAL");
  } finally {
    database.close();
  }
}
