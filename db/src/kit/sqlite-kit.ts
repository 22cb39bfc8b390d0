import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Columns of SQLite. Its builder types are the canonical ones of the whole package. */
export const sqliteKit = {
  table: sqliteTable,
  /** Integer key given by the database. */
  id: (name: string) => integer(name).primaryKey(),
  /** Up to 32 bits. */
  integer: (name: string) => integer(name),
  /** Up to 53 bits. */
  bigint: (name: string) => integer(name),
  boolean: (name: string) => integer(name, { mode: "boolean" }),
  real: (name: string) => real(name),
  /** Text compared by its bytes. */
  text: (name: string) => text(name),
  /** JSON kept as text, so that what was hashed is what is read. */
  json: <T>(name: string) => text(name, { mode: "json" }).$type<T>(),
  bytes: (name: string) => blob(name, { mode: "buffer" }),
  index,
  uniqueIndex,
  primaryKey,
};
