import { Worker } from "node:worker_threads";
import type { SqliteStore } from "../dialects/sqlite/open-sqlite-store.ts";
import type { CheckpointSetup, ToCheckpoints } from "./checkpoint-thread.ts";

/** Pages (4 KiB) not copied yet that are worth a copy: each costs a flush of the database file. */
const WORTH_COPYING = 1_000;
/** Pages from which on the log has to start over: 64 MiB. */
const LONG_LOG = 16_000;
/** What is left of a long log is copied by the writer itself, between two commands, once it is so little. */
const SMALL_REST = 500;

/** Keeps the log of a writer short without holding up a commit. */
export interface LogKeeper {
  /** To be called between units of work. `isIdle`: nobody waits for the writer. */
  look(isIdle: boolean): void;
  close(): Promise<void>;
}

/**
 * Copying the log into the database takes milliseconds and two flushes. A thread does it while commits go on; it is started
 * when there is enough to copy. The log starts over at a commit that finds all of it copied: in a pause by itself, under a
 * steady stream once the writer copies the last few pages.
 */
export function keepLogShort(store: Pick<SqliteStore, "log" | "copyLog">, databaseFile: string): LogKeeper {
  let thread: Worker | undefined;
  let isCopying = false;
  let isBroken = false;
  /** Length of the log when the writer last copied its rest: where readers keep it from starting over, that helps no more. */
  let restCopiedAt = 0;

  function start(): Worker {
    const setup: CheckpointSetup = { databaseFile };
    const started = new Worker(new URL("./checkpoint-thread.ts", import.meta.url), {
      workerData: setup,
      name: "checkpoint",
    });
    started.on("message", () => {
      isCopying = false;
    });
    // Such as a failing disk, which the writer will meet too: from then on it copies by itself.
    started.on("error", () => {
      isBroken = true;
    });
    return started;
  }
  function copyBeside(): void {
    thread ??= start();
    isCopying = true;
    thread.postMessage("copy" satisfies ToCheckpoints);
  }
  return {
    look(isIdle) {
      const { pages, left } = store.log();
      if (pages < restCopiedAt) restCopiedAt = 0;
      if (isBroken) {
        if (left >= WORTH_COPYING) store.copyLog();
      } else if (left >= WORTH_COPYING) {
        if (!isCopying) copyBeside();
      } else if (isIdle && pages >= restCopiedAt + LONG_LOG && left > 0 && left <= SMALL_REST) {
        store.copyLog();
        restCopiedAt = pages;
      }
    },
    async close() {
      const last = thread;
      if (last === undefined || isBroken) return;
      const exited = new Promise<void>((resolve) => last.once("exit", () => resolve()));
      last.postMessage("close" satisfies ToCheckpoints);
      await exited;
    },
  };
}
