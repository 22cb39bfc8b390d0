import { statfsSync } from "node:fs";
import type { CommandExecutor } from "@bochiso/db/writer";
import { DomainError } from "@bochiso/shared/errors";
import type { WriterCommands } from "../writer/commands.ts";

/** Whether there is room to write. */
export interface StorageGate {
  /** Nothing new is written until there is room again. */
  isLow(): boolean;
  /** Looks at the disk now. */
  look(): void;
  /** A write found no room, whatever the disk said. */
  noteFull(): void;
}

/** Room must come back to this many times the floor: at the edge the state would change with every file. */
const ENOUGH = 2;

/**
 * Low below `floorBytes` of free space, until twice as much is free. `freeBytes` is asked for the space left.
 */
export function createStorageGate({
  floorBytes,
  freeBytes,
}: {
  floorBytes: number;
  freeBytes: () => number | null;
}): StorageGate {
  let low = false;
  const gate = {
    isLow: () => low,
    look: () => {
      const free = freeBytes();
      // Where it cannot be told, the next write has to try.
      low = free !== null && free < (low ? ENOUGH * floorBytes : floorBytes);
    },
    noteFull: () => {
      low = true;
    },
  };
  gate.look();
  return gate;
}

/** Bytes left to this process on the disk of a folder; null where that cannot be told. */
export function freeBytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** What is taken even then: signs of life that change nothing, the end of what began before, and taking rights away. */
const ALWAYS: ReadonlySet<keyof WriterCommands> = new Set([
  "record-heartbeat",
  "revoke-key",
  "revoke-signature-key",
  "end-pull",
]);

/** A writer that refuses with `storage-low` before it begins while there is no room. */
export function behindGate(
  writer: CommandExecutor<WriterCommands>,
  gate: StorageGate,
): CommandExecutor<WriterCommands> {
  return {
    execute: async (command, options) => {
      if (gate.isLow() && !ALWAYS.has(command.name)) throw storageLow();
      try {
        return await writer.execute(command, options);
      } catch (error) {
        if (error instanceof DomainError && error.code === "storage-low") gate.noteFull();
        throw error;
      }
    },
    onCommitted: writer.onCommitted,
    onCrash: writer.onCrash,
    get pending() {
      return writer.pending;
    },
    close: writer.close,
  };
}

function storageLow(): DomainError {
  return new DomainError(
    "storage-low",
    {},
    {
      vi: "Ổ đĩa sắp đầy: hệ thống chỉ cho đọc, chưa nhận số liệu mới. Gửi lại sau.",
      en: "The disk is nearly full: the system reads only and takes no new values. Send again later.",
    },
  );
}
