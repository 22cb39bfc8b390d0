import type { DomainError } from "@bochiso/shared/errors";
import { defineStatement, type ParameterType, type StatementRunner } from "../../statement/index.ts";
import type { RowLocks } from "../../unit-of-work.ts";
import { driverCode } from "../shared/driver-code.ts";
import { type StorageErrorCode, storageError } from "../shared/storage-error.ts";

const ARRAY_TYPES = {
  int: "int[]",
  bigint: "bigint[]",
  real: "float8[]",
  text: "text[]",
  bytes: "bytea[]",
} as const satisfies Record<ParameterType, string>;

/** Arrays of parameters, one per column, as a table named `v`. */
export function rowSource(columns: readonly { readonly name: string; readonly type: ParameterType }[]): string {
  const arrays = columns.map(({ type }, at) => `$${at + 1}::${ARRAY_TYPES[type]}`);
  return `unnest(${arrays.join(", ")}) AS v(${columns.map(({ name }) => `"${name}"`).join(", ")})`;
}

const lockSeries = defineStatement<never>()(
  "lock_series",
  { id: "bigint" },
  "SELECT 1 FROM series s WHERE s.id IN (SELECT v.id FROM {rows}) ORDER BY s.id FOR NO KEY UPDATE",
);
const lockIndicators = defineStatement<never>()(
  "lock_indicators",
  { code: "text" },
  "SELECT 1 FROM indicator i WHERE i.code IN (SELECT v.code FROM {rows}) ORDER BY i.code FOR NO KEY UPDATE",
);
const lockFeed = defineStatement<never>()(
  "lock_feed",
  { code: "text" },
  "SELECT 1 FROM feed f WHERE f.code IN (SELECT v.code FROM {rows}) FOR NO KEY UPDATE",
);
const lockCounter = defineStatement<never>()(
  "lock_counter",
  { id: "int" },
  "SELECT 1 FROM commit_counter c WHERE c.id IN (SELECT v.id FROM {rows}) FOR NO KEY UPDATE",
);

/** Row locks held until the commit, taken in key order so that two writers cannot wait for each other. */
export function postgresLocks(statements: StatementRunner): RowLocks {
  return {
    series: async (ids) => {
      const sorted = [...new Set(ids)].sort((a, b) => a - b);
      await statements.run(
        lockSeries,
        sorted.map((id) => ({ id })),
      );
    },
    indicators: async (codes) => {
      const sorted = [...new Set(codes)].sort((a, b) => (a < b ? -1 : 1));
      await statements.run(
        lockIndicators,
        sorted.map((code) => ({ code })),
      );
    },
    feed: async (code) => {
      await statements.run(lockFeed, [{ code }]);
    },
    commits: async () => {
      await statements.run(lockCounter, [{ id: 1 }]);
      return true;
    },
  };
}

const RETRYABLE = new Set(["40001", "40P01"]);

/** Serialisation failure or deadlock: the same unit may be run again as it is. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(driverCode(error) ?? "");
}

const ERROR_CODES: readonly (readonly [pattern: RegExp, code: StorageErrorCode])[] = [
  [/^(40001|40P01|53300|55P03|57014)$/, "busy"],
  [/^53100$/, "storage-low"],
  [/^(08...|57P0.|58...|XX...|ECONN.*|EPIPE|ENOENT)$/, "storage-failed"],
];

/** The storage error an error of the server stands for, or undefined for any other error. */
export function postgresStorageError(error: unknown): DomainError | undefined {
  const driver = driverCode(error);
  const known = driver === undefined ? undefined : ERROR_CODES.find(([pattern]) => pattern.test(driver));
  return known && storageError(known[1], { driver }, error);
}
