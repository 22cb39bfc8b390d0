import type { Worker } from "node:worker_threads";
import { ownDatabaseFile } from "../dialects/sqlite/own-database-file.ts";
import type { Commit } from "../unit-of-work.ts";
import type { Command, CommandExecutor, CommandTypes, ExecuteOptions } from "./command.ts";
import { fromWire } from "./error-wire.ts";
import { launchWriter, type WriterThreadOptions } from "./launch-writer.ts";
import { createListeners } from "./listeners.ts";
import type { ToWriter } from "./messages.ts";
import { createPendingCommands } from "./pending-commands.ts";
import { writerError } from "./writer-error.ts";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Starts the thread that owns the only SQLite write connection and resolves when it is ready.
 * A thread that dies later is reported, its commands are rejected with `writer-crashed`, and it is
 * started again, ever more slowly. Errors: those of opening the store, such as `database-in-use`.
 */
export async function startWriterThread<C extends CommandTypes>(
  options: WriterThreadOptions,
): Promise<CommandExecutor<C>> {
  // A file that another process owns is told now, not once a thread is loaded: commands beside a server start twice as fast.
  ownDatabaseFile(options.databaseFile)();
  const commits = createListeners<Commit>();
  const crashes = createListeners<Error>();
  const pending = createPendingCommands();
  /** The thread, from its launch on; commands are sent to it once it is ready. */
  let worker: Worker | undefined;
  let isReady = false;
  let closed: Promise<void> | undefined;
  let failedStarts = 0;
  let restart: NodeJS.Timeout | undefined;

  function start(): Promise<void> {
    const started = launchWriter(options, {
      committed: commits.tell,
      done: pending.resolve,
      failed: (id, error) => pending.reject(id, fromWire(error)),
    });
    worker = started.worker;
    started.ended.then(
      (error) => ended(started.worker, error),
      () => undefined,
    );
    return started.ready.then(() => {
      failedStarts = 0;
      isReady = true;
      // Taken while there was no writer.
      for (const message of pending.unsent()) started.worker.postMessage(message);
    });
  }

  function ended(which: Worker, error: Error): void {
    if (worker === which) {
      worker = undefined;
      isReady = false;
    }
    pending.rejectSent(writerError("writer-crashed", { reason: error.message }));
    if (closed) return;
    crashes.tell(error);
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** failedStarts, LONGEST_PAUSE_MS);
    failedStarts += 1;
    restart = setTimeout(() => void start().catch(() => undefined), pause);
  }

  function execute<N extends keyof C & string>(
    { name, input }: Command<C, N>,
    { priority = "normal", transfer = [] }: ExecuteOptions = {},
  ): Promise<C[N]["output"]> {
    if (closed) return Promise.reject(writerError("writer-closed"));
    const { message, result } = pending.add({ name, input, priority });
    if (worker && isReady) {
      try {
        worker.postMessage(message, transfer);
        pending.markSent(message.id);
      } catch (error) {
        // An input that cannot be cloned never leaves this thread.
        pending.reject(message.id, error instanceof Error ? error : new Error(String(error)));
      }
    }
    return result as Promise<C[N]["output"]>;
  }

  async function close(): Promise<void> {
    clearTimeout(restart);
    const last = worker;
    if (last) {
      const exited = new Promise<void>((resolve) => last.once("exit", () => resolve()));
      last.postMessage({ kind: "close" } satisfies ToWriter);
      await exited;
    }
    pending.rejectAll(writerError("writer-closed"));
  }

  try {
    await start();
  } catch (error) {
    closed = Promise.resolve();
    clearTimeout(restart);
    throw error;
  }
  return {
    execute,
    onCommitted: commits.add,
    onCrash: crashes.add,
    get pending() {
      return pending.size();
    },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
