import { Worker } from "node:worker_threads";
import type { Commit } from "../unit-of-work.ts";
import type { Command, CommandExecutor, CommandTypes, ExecuteOptions } from "./command.ts";
import { fromWire } from "./error-wire.ts";
import type { FromWriter, ToWriter, WriterSetup } from "./messages.ts";
import { createPendingCommands } from "./pending-commands.ts";
import { writerError } from "./writer-error.ts";

export interface WriterThreadOptions {
  /** The module that calls `runWriterThread`. */
  readonly entry: URL;
  readonly databaseFile: string;
  readonly migrationsFolder?: string;
  /** Given to the handlers; structured-cloneable. */
  readonly workerData?: unknown;
}

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
  const commits = new Set<(commit: Commit) => void>();
  const crashes = new Set<(error: Error) => void>();
  const pending = createPendingCommands();
  /** The thread, from its launch on; commands are sent to it once it is ready. */
  let worker: Worker | undefined;
  let isReady = false;
  let closed: Promise<void> | undefined;
  let failedStarts = 0;
  let restart: NodeJS.Timeout | undefined;

  function start(): Promise<void> {
    const started = launch(options, {
      committed: (commit) => {
        for (const listener of commits) listener(commit);
      },
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
    for (const listener of crashes) listener(error);
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
      worker.postMessage(message, transfer);
      pending.markSent(message.id);
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
    onCommitted: (listener) => subscribe(commits, listener),
    onCrash: (listener) => subscribe(crashes, listener),
    get pending() {
      return pending.size();
    },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface Answers {
  committed(commit: Commit): void;
  done(id: number, output: unknown): void;
  failed(id: number, error: Extract<FromWriter, { kind: "failed" }>["error"]): void;
}

/** One life of the thread: `ready` when it takes commands, `ended` with the reason when it is gone. */
function launch(options: WriterThreadOptions, answers: Answers) {
  const setup: WriterSetup = {
    databaseFile: options.databaseFile,
    migrationsFolder: options.migrationsFolder,
    workerData: options.workerData,
  };
  const worker = new Worker(options.entry, { workerData: setup, name: "writer" });
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<Error>();
  let reason: Error | undefined;
  worker.on("message", (message: FromWriter) => {
    if (message.kind === "ready") ready.resolve();
    else if (message.kind === "failed-to-start") reason = fromWire(message.error);
    else if (message.kind === "committed") answers.committed(message.commit);
    else if (message.kind === "done") answers.done(message.id, message.output);
    else answers.failed(message.id, message.error);
  });
  worker.on("error", (error) => {
    reason = error instanceof Error ? error : new Error(String(error));
  });
  worker.on("exit", (code) => {
    const error = reason ?? new Error(`The writer thread ended with code ${code}`);
    ready.reject(error);
    ended.resolve(error);
  });
  return { worker, ready: ready.promise, ended: ended.promise };
}
