import type { DomainError } from "@bochiso/shared/errors";
import type { RowLocks } from "../../unit-of-work.ts";
import { driverCode } from "../shared/driver-code.ts";
import { type StorageErrorCode, storageError } from "../shared/storage-error.ts";

/** Rows of parameters as a table named `v`. */
export function rowSource(names: readonly string[], rows = 1): string {
  if (rows === 1) return `(SELECT ${names.map((name) => `? AS "${name}"`).join(", ")}) AS v`;
  const row = `(${names.map(() => "?").join(", ")})`;
  const columns = names.map((name, at) => `column${at + 1} AS "${name}"`).join(", ");
  return `(SELECT ${columns} FROM (VALUES ${new Array(rows).fill(row).join(", ")})) AS v`;
}

/** An SQL text with its rows put in. They lead every join: a plan that looks for them per stored row would read whole tables. */
export function fromRows(sql: string, source: string): string {
  return sql.replaceAll(/\{rows\}(\s+)JOIN\b/g, "{rows}$1CROSS JOIN").replaceAll("{rows}", source);
}

/** The only writer holds everything already. */
export const sqliteLocks: RowLocks = {
  series: () => Promise.resolve(),
  indicators: () => Promise.resolve(),
  feed: () => Promise.resolve(),
  commits: () => Promise.resolve(false),
};

const ERROR_CODES: readonly (readonly [prefix: string, code: StorageErrorCode])[] = [
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_FULL", "storage-low"],
  ["SQLITE_IOERR", "storage-failed"],
  ["SQLITE_CORRUPT", "storage-failed"],
  ["SQLITE_NOTADB", "storage-failed"],
  ["SQLITE_CANTOPEN", "storage-failed"],
  ["SQLITE_READONLY", "storage-failed"],
];

/** The storage error an error of the driver stands for, or undefined for any other error. */
export function sqliteStorageError(error: unknown): DomainError | undefined {
  const driver = driverCode(error);
  const known = ERROR_CODES.find(([prefix]) => driver?.startsWith(prefix));
  return known && storageError(known[1], { driver }, error);
}
