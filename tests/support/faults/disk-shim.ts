import { execFileSync } from "node:child_process";
import { closeSync, openSync, readSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("./disk-shim.c", import.meta.url));
const PAGE_BYTES = 4096;

/** Fields of the page, in the order of `struct orders`. */
const ORDERS = ["writeError", "flushError", "flushDelayMs"] as const;
const COUNTS = ["writesFailed", "flushesFailed", "flushesDelayed"] as const;

export type DiskOrders = Readonly<Partial<Record<(typeof ORDERS)[number], number>>>;

/** What makes the disk of a server fail and recover while it runs. */
export interface DiskShim {
  /** Environment of the server. */
  readonly variables: Readonly<Record<string, string>>;
  /** From now on; what is not named works. */
  order(orders: DiskOrders): void;
  /** How many calls failed or were held up so far. */
  counts(): Readonly<Record<(typeof COUNTS)[number], number>>;
}

/** Why calls cannot be made to fail here, null where they can. */
export function whyNoDiskShim(): string | null {
  try {
    execFileSync("cc", ["--version"], { stdio: "ignore" });
    return null;
  } catch {
    return "making single calls fail takes a C compiler (cc)";
  }
}

/** Compiles the shim into `folder`; only files below `concerned` are affected. */
export function createDiskShim(folder: string, concerned: string): DiskShim {
  const library = join(folder, "disk-shim.so");
  const page = join(folder, "disk-shim.orders");
  execFileSync("cc", ["-O1", "-shared", "-fPIC", "-o", library, SOURCE, "-ldl"]);
  writeFileSync(page, Buffer.alloc(PAGE_BYTES));
  return {
    variables: { LD_PRELOAD: library, DISK_SHIM_ORDERS: page, DISK_SHIM_FOLDER: concerned },
    order: (orders) =>
      withFile(page, "r+", (fd) => {
        const bytes = Buffer.alloc(4 * ORDERS.length);
        for (const [at, name] of ORDERS.entries()) bytes.writeInt32LE(orders[name] ?? 0, 4 * at);
        writeSync(fd, bytes, 0, bytes.length, 0);
      }),
    counts: () =>
      withFile(page, "r", (fd) => {
        const bytes = Buffer.alloc(4 * COUNTS.length);
        readSync(fd, bytes, 0, bytes.length, 4 * ORDERS.length);
        const [writesFailed = 0, flushesFailed = 0, flushesDelayed = 0] = COUNTS.map((_, at) =>
          bytes.readInt32LE(4 * at),
        );
        return { writesFailed, flushesFailed, flushesDelayed };
      }),
  };
}

function withFile<T>(file: string, flags: string, work: (fd: number) => T): T {
  const fd = openSync(file, flags);
  try {
    return work(fd);
  } finally {
    closeSync(fd);
  }
}
