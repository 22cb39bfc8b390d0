import { AsyncLocalStorage } from "node:async_hooks";
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { openSqliteStore } from "../dialects/sqlite/open-sqlite-store.ts";
import type { Commit, Store } from "../unit-of-work.ts";
import type { CommandHandlers, CommandTypes, CreateHandlers } from "./command.ts";
import { createCommandQueue } from "./command-queue.ts";
import { toWire } from "./error-wire.ts";
import { keepLogShort, type LogKeeper } from "./keep-log-short.ts";
import type { FromWriter, ToWriter, WriterSetup } from "./messages.ts";
import type { Turns } from "./turns.ts";
import { writerError } from "./writer-error.ts";

type Send = (message: FromWriter) => void;
type CommandMessage = Extract<ToWriter, { kind: "command" }>;
type Result =
  | Omit<Extract<FromWriter, { kind: "done" }>, "id" | "commits">
  | Omit<Extract<FromWriter, { kind: "failed" }>, "id" | "commits">;

/** A command of many commits must not leave the log to its end. */
const COMMITS_PER_LOOK = 16;

/**
 * Runs in the worker: opens the only write connection, builds the handlers, and works off commands
 * one at a time, `high` ones first and where another gives way, until it is asked to close.
 */
export async function runWriterThread<C extends CommandTypes, D = unknown>(options: {
  readonly createHandlers: CreateHandlers<C, D>;
}): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("runWriterThread runs in a worker thread only");
  const send: Send = (message) => port.postMessage(message);
  const setup = workerData as WriterSetup;
  let store: Store | undefined;
  try {
    const { databaseFile, migrationsFolder } = setup;
    const migrations = migrationsFolder === undefined ? {} : { migrationsFolder };
    const opened = await openSqliteStore({ databaseFile, ...migrations, keepsLog: true });
    store = opened;
    const line = createLine<C>({ port, send, log: keepLogShort(opened, databaseFile) });
    store.onCommitted(line.committed);
    const handlers = await options.createHandlers({ store, workerData: setup.workerData as D, turns: line.turns });
    line.workOff(handlers, store);
    send({ kind: "ready" });
  } catch (error) {
    await store?.close();
    send({ kind: "failed-to-start", error: toWire(error) });
    port.close();
  }
}

/** The commands that wait, and whose turn it is. */
function createLine<C extends CommandTypes>({ port, send, log }: { port: MessagePort; send: Send; log: LogKeeper }) {
  const queue = createCommandQueue<CommandMessage>();
  // What goes ahead begins anew, whatever unit of work the one that waits is in.
  const outside = AsyncLocalStorage.snapshot();
  let handlers: CommandHandlers<C> | undefined;
  let running = false;
  let givingWay = false;
  let closing = false;
  let commits: Commit[] = [];

  function take(message: ToWriter): void {
    if (message.kind === "close") closing = true;
    else queue.add(message, message.priority);
  }
  /** A handler that never yields keeps messages waiting in the port: they are looked at before the next choice. */
  function takeWaiting(): void {
    for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) take(got.message);
  }
  async function run(message: CommandMessage): Promise<void> {
    if (handlers === undefined) return;
    const answer = await runCommand(handlers, message);
    const told = commits;
    commits = [];
    const { id } = message;
    try {
      send({ ...answer, id, commits: told });
    } catch (error) {
      // An output that cannot be cloned never leaves this thread.
      send({ kind: "failed", error: toWire(error), id, commits: told });
    }
    takeWaiting();
    log.look(queue.isEmpty());
  }
  async function drain(store: Store): Promise<void> {
    if (running) return;
    running = true;
    takeWaiting();
    for (let next = queue.next(); next; next = queue.next()) await run(next);
    running = false;
    if (closing) {
      await log.close();
      await store.close();
      port.close();
    }
  }
  const turns: Turns = {
    othersWait: () => {
      if (givingWay) return false;
      takeWaiting();
      return queue.hasHigh();
    },
    giveWay: async () => {
      // What goes ahead is short: nothing goes ahead of it in turn.
      if (givingWay) return;
      givingWay = true;
      try {
        takeWaiting();
        // Those that wait now: under a stream that never ends, who comes meanwhile has the next turn.
        for (let left = queue.highs(); left > 0; left -= 1) {
          const message = queue.nextHigh();
          if (message !== undefined) await outside(() => run(message));
        }
      } finally {
        givingWay = false;
      }
    },
  };
  return {
    turns,
    committed: (commit: Commit): void => {
      commits.push(commit);
      if (commits.length % COMMITS_PER_LOOK === 0) log.look(false);
    },
    workOff(given: CommandHandlers<C>, store: Store): void {
      handlers = given;
      port.on("message", (message: ToWriter) => {
        take(message);
        void drain(store);
      });
    },
  };
}

async function runCommand<C extends CommandTypes>(
  handlers: CommandHandlers<C>,
  { name, input }: CommandMessage,
): Promise<Result> {
  try {
    if (!Object.hasOwn(handlers, name)) throw writerError("command-unknown", { name });
    const handler = handlers[name];
    return { kind: "done", output: await handler?.(input) };
  } catch (error) {
    return { kind: "failed", error: toWire(error) };
  }
}
