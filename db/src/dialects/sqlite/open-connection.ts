import Database from "better-sqlite3";
import { storageError } from "../shared/storage-error.ts";

export type Connection = Database.Database;

const BUSY_TIMEOUT_MS = 5_000;
const WAL_LIMIT_BYTES = 64 * 1024 * 1024;

/** What every connection must read back: without it an acknowledged commit could be lost. FULL is 2. */
const REQUIRED = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: BUSY_TIMEOUT_MS,
} as const;
export type RequiredPragma = keyof typeof REQUIRED;

/** Opens a connection with its pragmas set and read back. Errors: `storage-unsafe`. */
export function openConnection(file: string, mode: "write" | "read"): Connection {
  const client = new Database(file, { readonly: mode === "read", fileMustExist: mode === "read" });
  try {
    setPragmas(client, mode);
    checkPragmas(client);
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

function setPragmas(client: Connection, mode: "write" | "read"): void {
  client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  if (mode === "write") client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("foreign_keys = ON");
  client.pragma("temp_store = MEMORY");
  client.pragma("cache_size = -65536");
  client.pragma(`journal_size_limit = ${WAL_LIMIT_BYTES}`);
}

/** The pragmas that matter, as the connection has them. */
export function readPragmas(client: Connection): Record<RequiredPragma, unknown> {
  return {
    journal_mode: client.pragma("journal_mode", { simple: true }),
    synchronous: client.pragma("synchronous", { simple: true }),
    foreign_keys: client.pragma("foreign_keys", { simple: true }),
    busy_timeout: client.pragma("busy_timeout", { simple: true }),
  };
}

function checkPragmas(client: Connection): void {
  for (const [pragma, got] of Object.entries(readPragmas(client))) {
    const expected = Object.entries(REQUIRED).find(([name]) => name === pragma)?.[1];
    if (got !== expected)
      throw storageError("storage-unsafe", { pragma, got: String(got), expected: String(expected) });
  }
}
