import { closeSync, fsyncSync, openSync, writeFileSync } from "node:fs";

/** Writes a file that only the owner of the process can read; it is on the disk when this returns. */
export function writeFlushed(file: string, text: string): void {
  const handle = openSync(file, "w", 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts the names of a folder on the disk: a flushed file whose name is lost is lost. */
export function flushFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
