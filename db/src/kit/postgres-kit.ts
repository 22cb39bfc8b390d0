import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { ColumnKit } from "./column-kit.ts";

const bytewiseText = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });
const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text collate "C"',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value): unknown => JSON.parse(value),
});
const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

const kit = {
  table: pgTable,
  id: (name: string) => bigint(name, { mode: "number" }).primaryKey().generatedByDefaultAsIdentity(),
  integer: (name: string) => integer(name),
  bigint: (name: string) => bigint(name, { mode: "number" }),
  boolean: (name: string) => boolean(name),
  real: (name: string) => doublePrecision(name),
  text: (name: string) => bytewiseText(name),
  json: (name: string) => jsonText(name),
  bytes: (name: string) => bytea(name),
  index,
  uniqueIndex,
  primaryKey,
} satisfies Record<keyof ColumnKit, unknown>;

/** Columns of PostgreSQL, cast to SQLite's builder types: both builders answer the same calls. */
export const postgresKit = kit as unknown as ColumnKit;
