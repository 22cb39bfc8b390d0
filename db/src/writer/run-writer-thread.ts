import { AsyncLocalStorage } from "node:async_hooks";
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { openSqliteStore } from "../dialects/sqlite/open-sqlite-store.ts";
import type { Store } from "../unit-of-work.ts";
import type { CommandHandlers, CommandTypes, CreateHandlers } from "./command.ts";
import { createCommandQueue } from "./command-queue.ts";
import { toWire } from "./error-wire.ts";
import type { FromWriter, ToWriter, WriterSetup } from "./messages.ts";
import type { Turns } from "./turns.ts";
import { writerError } from "./writer-error.ts";

type Send = (message: FromWriter) => void;
type CommandMessage = Extract<ToWriter, { kind: "command" }>;

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
    store = await openSqliteStore({ databaseFile, ...(migrationsFolder === undefined ? {} : { migrationsFolder }) });
    store.onCommitted((commit) => send({ kind: "committed", commit }));
    const line = createLine<C>({ port, send });
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
function createLine<C extends CommandTypes>({ port, send }: { port: MessagePort; send: Send }) {
  const queue = createCommandQueue<CommandMessage>();
  // What goes ahead begins anew, whatever unit of work the one that waits is in.
  const outside = AsyncLocalStorage.snapshot();
  let handlers: CommandHandlers<C> | undefined;
  let running = false;
  let givingWay = false;
  let closing = false;

  function take(message: ToWriter): void {
    if (message.kind === "close") closing = true;
    else queue.add(message, message.priority);
  }
  /** A handler that never yields keeps messages waiting in the port: they are looked at before the next choice. */
  function takeWaiting(): void {
    for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) take(got.message);
  }
  async function run(message: CommandMessage): Promise<void> {
    if (handlers !== undefined) await runCommand(handlers, message, send);
    takeWaiting();
  }
  async function drain(store: Store): Promise<void> {
    if (running) return;
    running = true;
    takeWaiting();
    for (let next = queue.next(); next; next = queue.next()) await run(next);
    running = false;
    if (closing) {
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
  { id, name, input }: CommandMessage,
  send: Send,
): Promise<void> {
  try {
    if (!Object.hasOwn(handlers, name)) throw writerError("command-unknown", { name });
    const handler = handlers[name];
    send({ kind: "done", id, output: await handler?.(input) });
  } catch (error) {
    send({ kind: "failed", id, error: toWire(error) });
  }
}
