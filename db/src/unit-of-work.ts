import type { Origin } from "@bochiso/shared/observation";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { Schema } from "./schema/index.ts";
import type { StatementRunner } from "./statement/index.ts";

export type DialectName = "sqlite" | "postgres";
export type Priority = "high" | "normal";

/** Query builders of SQLite's types; always awaited, never `.run()` or `.all()`. */
export type QueryBuilder = Pick<BetterSQLite3Database, "select" | "selectDistinct" | "insert" | "update" | "delete">;

/** A committed write: its number and when it was recorded (ISO 8601 UTC), never earlier than its predecessor. */
export interface Commit {
  readonly seq: number;
  readonly recordedAt: string;
}

/** Row locks taken in key order. SQLite has one writer and takes none. */
export interface RowLocks {
  series(ids: readonly number[]): Promise<void>;
  indicators(codes: readonly string[]): Promise<void>;
  feed(code: string): Promise<void>;
  /** Keeps every other commit waiting. Tells whether others may have committed since this unit of work was prepared. */
  commits(): Promise<boolean>;
}

/**
 * Numbers of series by the text of their key without its origin, and by origin, as far as a connection remembers them;
 * PostgreSQL's remember none. Who reads a cell asks for both origins: one text serves both.
 */
export interface SeriesMemory {
  /** Null: there is no such series. Undefined: not known, look. */
  get(text: string, origin: Origin): number | null | undefined;
  /** What was found, of this snapshot. */
  keep(text: string, origin: Origin, id: number | null): void;
  /** It is about to be made. */
  forget(text: string, origin: Origin): void;
}

/** One consistent snapshot of the database. */
export interface ReadTx {
  readonly dialect: DialectName;
  readonly db: QueryBuilder;
  readonly schema: Schema;
  readonly statements: StatementRunner;
  readonly seriesMemory: SeriesMemory;
}

/** One unit of work: all of it is committed, or none. */
export interface WriteTx extends ReadTx {
  readonly locks: RowLocks;
  /**
   * Takes the next commit number. Call it after all locks and all computation and before the first
   * append: the counter stays locked until the commit (`locks.commits` locks it earlier). A second call gives the same commit.
   */
  nextCommit(recordedAt: string): Promise<Commit>;
}

/** Reads only; every call sees one snapshot. */
export interface ReadStore {
  readonly dialect: DialectName;
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Reads and writes. Only database calls are awaited inside `work`; on PostgreSQL it may run more
 * than once, so it must have no effect but the database. A write inside a write is refused.
 * Errors: `busy` (repeat later), `storage-low` (disk full), `storage-failed`, `nested-unit-of-work`, `foreign-await`.
 */
export interface Store extends ReadStore {
  write<T>(work: (tx: WriteTx) => Promise<T>, options?: { readonly priority?: Priority }): Promise<T>;
  /** Told after each write that took a commit. Returns how to stop listening. */
  onCommitted(listener: (commit: Commit) => void): () => void;
}
