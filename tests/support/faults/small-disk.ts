import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FILL_TRIES = 50;

/** A file system of a given size in memory. */
export interface SmallDisk {
  readonly folder: string;
  resize(bytes: number): void;
  /** Leaves so much room beside what is stored now, also while others store more. */
  fill(room: number): void;
  setReadOnly(readOnly: boolean): void;
  remove(): void;
}

/** Why none can be had here, null where one can. */
export function whyNoSmallDisk(): string | null {
  if (process.getuid?.() !== 0) return "mounting a file system takes root";
  try {
    createSmallDisk(2 ** 20).remove();
    return null;
  } catch (error) {
    return `no tmpfs can be mounted here: ${error instanceof Error ? error.message : String(error)}`;
  }
}

export function createSmallDisk(bytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "bochiso-small-"));
  const mount = (...options: string[]): void => {
    execFileSync("mount", options, { stdio: ["ignore", "ignore", "pipe"] });
  };
  try {
    mount("-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    folder,
    fill: (room) => {
      for (let tries = 1; ; tries += 1) {
        const { bsize, blocks, bfree } = statfsSync(folder);
        try {
          mount("-o", `remount,size=${bsize * (blocks - bfree) + room}`, folder);
          return;
        } catch (error) {
          // More was stored between the look and the change than the room to be left.
          if (tries === FILL_TRIES) throw error;
        }
      }
    },
    resize: (size) => mount("-o", `remount,size=${size}`, folder),
    setReadOnly: (readOnly) => mount("-o", `remount,${readOnly ? "ro" : "rw"}`, folder),
    remove: () => {
      execFileSync("umount", ["--lazy", folder], { stdio: "ignore" });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
