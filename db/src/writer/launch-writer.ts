import { Worker } from "node:worker_threads";
import type { Commit } from "../unit-of-work.ts";
import { fromWire } from "./error-wire.ts";
import type { FromWriter, WriterSetup } from "./messages.ts";

export interface WriterThreadOptions {
  /** The module that calls `runWriterThread`. */
  readonly entry: URL;
  readonly databaseFile: string;
  readonly migrationsFolder?: string;
  /** Given to the handlers; structured-cloneable. */
  readonly workerData?: unknown;
}

/** What is done with each message of the thread. */
export interface WriterAnswers {
  committed(commit: Commit): void;
  done(id: number, output: unknown): void;
  failed(id: number, error: Extract<FromWriter, { kind: "failed" }>["error"]): void;
}

/**
 * Most of what a submission brings lives until it is committed, so that a larger young generation spares no copying. A small
 * one is collected in two or three milliseconds, which is what a short command beside a bulk one waits for at most.
 */
const RESOURCES = { maxYoungGenerationSizeMb: 24 };

/** One life of the thread: `ready` when it takes commands, `ended` with the reason when it is gone. */
export function launchWriter(options: WriterThreadOptions, answers: WriterAnswers) {
  const setup: WriterSetup = {
    databaseFile: options.databaseFile,
    migrationsFolder: options.migrationsFolder,
    workerData: options.workerData,
  };
  const worker = new Worker(options.entry, { workerData: setup, name: "writer", resourceLimits: RESOURCES });
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<Error>();
  let reason: Error | undefined;
  worker.on("message", (message: FromWriter) => {
    if (message.kind === "ready") ready.resolve();
    else if (message.kind === "failed-to-start") reason = fromWire(message.error);
    else {
      if (message.kind === "done") answers.done(message.id, message.output);
      else answers.failed(message.id, message.error);
      for (const commit of message.commits) answers.committed(commit);
    }
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
