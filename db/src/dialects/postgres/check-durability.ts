import type pg from "pg";
import { storageError } from "../shared/storage-error.ts";

/** Settings that would lose acknowledged commits. `local` is off for a synchronous standby. */
const UNSAFE = {
  fsync: ["off"],
  full_page_writes: ["off"],
  synchronous_commit: ["off", "local"],
} as const;

/** Reads the server's settings back. Errors: `storage-unsafe`. */
export async function checkDurability(pool: pg.Pool): Promise<void> {
  for (const [setting, unsafe] of Object.entries(UNSAFE)) {
    const { rows } = await pool.query<{ value: string }>("SELECT current_setting($1) AS value", [setting]);
    const got = rows[0]?.value ?? "";
    if (unsafe.some((value) => value === got)) throw storageError("storage-unsafe", { setting, got });
  }
}
