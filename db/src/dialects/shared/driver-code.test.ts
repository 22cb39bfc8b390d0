import { expect, it } from "vitest";
import { isRetryable, postgresStorageError } from "../postgres/sql-functions.ts";
import { sqliteStorageError } from "../sqlite/sql-functions.ts";
import { driverCode } from "./driver-code.ts";

const failing = (code: string): Error => Object.assign(new Error(code), { code });
const wrapped = (code: string): Error => new Error("Failed query", { cause: failing(code) });

it("finds the driver's code behind the error of a query builder", () => {
  expect(driverCode(wrapped("40P01"))).toBe("40P01");
  expect(driverCode(new Error("none"))).toBeUndefined();
  expect(driverCode("text")).toBeUndefined();
});

it("repeats units after a deadlock or a serialisation failure only", () => {
  expect(["40001", "40P01", "23505", "53100"].map((code) => isRetryable(wrapped(code)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it.each([
  ["SQLITE_BUSY_SNAPSHOT", "busy"],
  ["SQLITE_FULL", "storage-low"],
  ["SQLITE_IOERR_FSYNC", "storage-failed"],
  ["SQLITE_READONLY", "storage-failed"],
  ["SQLITE_CONSTRAINT_UNIQUE", undefined],
])("reads SQLite's %s as %s", (driver, code) => {
  expect(sqliteStorageError(wrapped(driver))?.code).toBe(code);
});

it.each([
  ["40001", "busy"],
  ["53300", "busy"],
  ["53100", "storage-low"],
  ["08006", "storage-failed"],
  ["57P01", "storage-failed"],
  ["ECONNREFUSED", "storage-failed"],
  ["23505", undefined],
])("reads PostgreSQL's %s as %s", (driver, code) => {
  expect(postgresStorageError(wrapped(driver))?.code).toBe(code);
});
