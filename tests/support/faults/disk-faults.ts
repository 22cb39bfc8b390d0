import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { launchProductionServer } from "../production-server.ts";
import { createDiskShim, type DiskOrders, whyNoDiskShim } from "./disk-shim.ts";
import { type FaultWorld, faultWorld } from "./fault-world.ts";
import { createSmallDisk, whyNoSmallDisk } from "./small-disk.ts";
import { type Fault, type FaultOutcome, underFault } from "./under-fault.ts";

/** One way in which a disk fails a running server. */
export interface DiskFault {
  readonly name: string;
  /** Why it cannot be tried on this machine; null where it can. */
  whyNot(): string | null;
  /** What senders are told while it lasts; null where they are acknowledged in spite of it. */
  readonly refusedWith: string | null;
  run(entry: string, seed: number): Promise<FaultOutcome>;
}

const { EIO, ENOSPC, EROFS } = constants.errno;
const REFUSALS = 12;
const LOW = "503 storage-low";
const FAILED = "500 storage-failed";
/** Room left before the disk is full: a few submissions. */
const ROOM_BYTES = 256 * 1024;
/** Far above the free space below which the server only reads; a tmpfs takes memory for what is stored alone. */
const LARGE_BYTES = 8 * 2 ** 30;

const callsFail = (name: string, orders: DiskOrders, refusedWith: string | null): DiskFault => ({
  name,
  refusedWith,
  whyNot: whyNoDiskShim,
  run: (entry, seed) =>
    inFolder(async (folder) => {
      const world = await faultWorld(folder);
      const shim = createDiskShim(folder, world.dataDir);
      const shows = refusedWith === null ? { acknowledgements: REFUSALS } : { refusals: REFUSALS };
      const fault: Fault = {
        variables: shim.variables,
        inject: () => shim.order(orders),
        shows,
        heal: () => shim.order({}),
      };
      const outcome = await underFault(fault, { world, entry, seed });
      const { writesFailed, flushesFailed, flushesDelayed } = shim.counts();
      // A shim that nobody went through would prove nothing.
      if (writesFailed + flushesFailed + flushesDelayed === 0) throw new Error(`${name}: no call was concerned`);
      return outcome;
    }),
});

/** A disk that fills up; with a floor the server stops writing before, without one it meets the end of the disk. */
const fillingDisk = (name: string, variables: Readonly<Record<string, string>>): DiskFault => ({
  name,
  refusedWith: LOW,
  whyNot: whyNoSmallDisk,
  run: async (entry, seed) => {
    const disk = createSmallDisk(LARGE_BYTES);
    try {
      const world = await faultWorld(disk.folder);
      return await underFault(
        {
          variables,
          inject: () => disk.fill(ROOM_BYTES),
          shows: { refusals: REFUSALS },
          heal: () => disk.resize(LARGE_BYTES),
        },
        { world, entry, seed },
      );
    } finally {
      disk.remove();
    }
  },
});

/** The largest file a process may write (EFBIG): what can be tried without root and without a compiler. */
const FILE_LIMIT: DiskFault = {
  name: "fileSizeLimit",
  refusedWith: FAILED,
  whyNot: () => null,
  run: (entry, seed) =>
    inFolder(async (folder) => {
      const world = await faultWorld(folder);
      const limit = (pid: number, bytes: number | "unlimited"): void => {
        execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:`]);
      };
      return underFault(
        {
          inject: ({ pid }) => limit(pid, statSync(`${world.databaseFile}-wal`).size),
          shows: { refusals: REFUSALS },
          heal: ({ pid }) => limit(pid, "unlimited"),
        },
        { world, entry, seed },
      );
    }),
};

/** Another process on the same data is turned away, and the first does not notice. */
const SECOND_PROCESS: DiskFault = {
  name: "secondProcess",
  refusedWith: null,
  whyNot: () => null,
  run: (entry, seed) =>
    inFolder(async (folder) => {
      const world = await faultWorld(folder);
      return underFault(
        {
          inject: async () => {
            if (await starts(entry, world)) throw new Error("a second process took the data as well");
          },
          shows: { acknowledgements: REFUSALS },
          heal: () => undefined,
        },
        { world, entry, seed },
      );
    }),
};

/** Every way, those first that need nothing of the machine. */
export const DISK_FAULTS: readonly DiskFault[] = [
  FILE_LIMIT,
  SECOND_PROCESS,
  fillingDisk("fullDisk", { BOCHISO_STORAGE_FLOOR_MB: "0" }),
  fillingDisk("nearlyFullDisk", {}),
  callsFail("failingFlush", { flushError: EIO }, FAILED),
  callsFail("failingWrite", { writeError: EIO }, FAILED),
  callsFail("noSpaceOnWrite", { writeError: ENOSPC }, LOW),
  callsFail("readOnlyAtOnce", { writeError: EROFS }, FAILED),
  callsFail("slowFlush", { flushDelayMs: 120 }, null),
];

/** Whether a server starts on a folder that cannot be written to, and whether it does again when it can. */
export async function onReadOnlyFolder(
  entry: string,
): Promise<{ readonly whenReadOnly: boolean; readonly afterwards: boolean }> {
  const disk = createSmallDisk(LARGE_BYTES);
  try {
    const world = await faultWorld(disk.folder);
    disk.setReadOnly(true);
    const whenReadOnly = await starts(entry, world);
    disk.setReadOnly(false);
    return { whenReadOnly, afterwards: await starts(entry, world) };
  } finally {
    disk.remove();
  }
}

async function starts(entry: string, { dataDir }: FaultWorld): Promise<boolean> {
  const server = launchProductionServer({ dataDir, demo: "0", entry });
  try {
    await server.address;
    return true;
  } catch {
    return false;
  } finally {
    await server.stop();
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bochiso-fault-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
