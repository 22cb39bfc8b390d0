import Database from "better-sqlite3";
import { driverCode } from "../shared/driver-code.ts";
import { storageError } from "../shared/storage-error.ts";

/**
 * Makes this process (and this store) the only writer of the file, until the returned function is
 * called or the process ends in any way. The operating system holds the lock, as an exclusive
 * transaction on a side file: nothing is left behind by a crash. Errors: `database-in-use`.
 */
export function ownDatabaseFile(file: string): () => void {
  const lockFile = `${file}.lock`;
  const lock = new Database(lockFile, { timeout: 0 });
  try {
    // A rollback journal locks the file itself; WAL would lock a third file.
    lock.pragma("journal_mode = DELETE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!driverCode(error)?.startsWith("SQLITE_BUSY")) throw error;
    throw storageError("database-in-use", { file, lockFile }, error);
  }
  return () => lock.close();
}
