import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

type Row = Readonly<Record<string, unknown>>;

/** The rows that a run of commits put into storage, by table, as the database holds them. */
export interface StoredCommit {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly tables: readonly { readonly name: string; readonly rows: readonly Row[] }[];
  readonly count: number;
  /** Computed values among them. */
  readonly derived: number;
}

/** What is stored per value and per commit: the tables whose rows a bare loop has to write too. */
const STORED = [
  { name: "observation", where: "commit_seq BETWEEN ? AND ?" },
  { name: "observation_revision", where: "superseded_seq BETWEEN ? AND ?" },
  { name: "outbox", where: "commit_seq BETWEEN ? AND ?" },
] as const;

/** The rows of one commit. */
export function storedCommit(dataDir: string, seq: number): StoredCommit {
  return openStored(dataDir, seq, seq);
}

/** The rows of the commits of a range. */
export function openStored(dataDir: string, fromSeq: number, toSeq: number): StoredCommit {
  const db = new Database(join(dataDir, "bochiso.db"), { readonly: true });
  try {
    const tables = STORED.map(({ name, where }) => ({
      name,
      rows: db.prepare<[number, number], Row>(`SELECT * FROM ${name} WHERE ${where}`).all(fromSeq, toSeq),
    }));
    const derived = db
      .prepare<[number, number], { n: number }>(
        "SELECT count(*) AS n FROM observation o JOIN series s ON s.id = o.series_id WHERE s.origin = 'computed' AND o.commit_seq BETWEEN ? AND ?",
      )
      .get(fromSeq, toSeq);
    const count = tables.reduce((sum, table) => sum + table.rows.length, 0);
    return { fromSeq, toSeq, tables, count, derived: derived?.n ?? 0 };
  } finally {
    db.close();
  }
}

/** Milliseconds for a prepared insert loop of these rows in one durable transaction, into tables of the same form. */
export function bareInsert(dataDir: string, stored: StoredCommit): number {
  return onBareDatabase(dataDir, (db) => {
    const loops = stored.tables.map(({ name, rows }) => {
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) return { run: () => undefined };
      const insert = db.prepare(
        `INSERT INTO ${name} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
      );
      const values = rows.map((row) => columns.map((column) => row[column]));
      return {
        run: () => {
          for (const each of values) insert.run(each);
        },
      };
    });
    const started = performance.now();
    db.exec("BEGIN IMMEDIATE");
    for (const { run } of loops) run();
    db.exec("COMMIT");
    return performance.now() - started;
  });
}

/** A function that commits one row durably and tells the milliseconds. */
export function bareDurableCommit(dataDir: string): () => number {
  const folder = mkdtempSync(join(dataDir, "bare-"));
  const db = openBare(folder);
  db.exec("CREATE TABLE one (id INTEGER PRIMARY KEY, value REAL, text TEXT)");
  const insert = db.prepare("INSERT INTO one (value, text) VALUES (?, ?)");
  return () => {
    const started = performance.now();
    db.exec("BEGIN IMMEDIATE");
    insert.run(1.5, "1.5");
    db.exec("COMMIT");
    return performance.now() - started;
  };
}

function onBareDatabase<T>(dataDir: string, work: (db: Database.Database) => T): T {
  const folder = mkdtempSync(join(dataDir, "bare-"));
  const db = openBare(folder);
  const source = new Database(join(dataDir, "bochiso.db"), { readonly: true });
  try {
    const names = STORED.map(({ name }) => `'${name}'`).join(", ");
    const definitions = source
      .prepare<[], { sql: string }>(
        `SELECT sql FROM sqlite_master WHERE tbl_name IN (${names}) AND sql IS NOT NULL ORDER BY type DESC`,
      )
      .all();
    for (const { sql } of definitions) db.exec(sql);
    return work(db);
  } finally {
    source.close();
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same settings as the product's write connection. */
function openBare(folder: string): Database.Database {
  const db = new Database(join(folder, "bare.db"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("cache_size = -65536");
  return db;
}
