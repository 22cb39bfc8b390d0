export { openPostgresStore, type PostgresStoreOptions } from "../dialects/postgres/open-postgres-store.ts";
export { openSqliteReadStore } from "../dialects/sqlite/open-sqlite-read-store.ts";
export { openSqliteStore, type SqliteStoreOptions } from "../dialects/sqlite/open-sqlite-store.ts";
export type {
  Commit,
  DialectName,
  Priority,
  QueryBuilder,
  ReadStore,
  ReadTx,
  RowLocks,
  Store,
  WriteTx,
} from "../unit-of-work.ts";
