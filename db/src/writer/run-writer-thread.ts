import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { openSqliteStore } from "../dialects/sqlite/open-sqlite-store.ts";
import type { Store } from "../unit-of-work.ts";
import type { CommandHandlers, CommandTypes, CreateHandlers } from "./command.ts";
import { createCommandQueue } from "./command-queue.ts";
import { toWire } from "./error-wire.ts";
import type { FromWriter, ToWriter, WriterSetup } from "./messages.ts";
import { writerError } from "./writer-error.ts";

type CommandMessage = Extract<ToWriter, { kind: "command" }>;

/**
 * Runs in the worker: opens the only write connection, builds the handlers, and works off commands
 * one at a time, `high` ones first, until it is asked to close.
 */
export async function runWriterThread<C extends CommandTypes, D = unknown>(options: {
  readonly createHandlers: CreateHandlers<C, D>;
}): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("runWriterThread runs in a worker thread only");
  const send = (message: FromWriter): void => port.postMessage(message);
  const setup = workerData as WriterSetup;
  let store: Store | undefined;
  try {
    const { databaseFile, migrationsFolder } = setup;
    store = await openSqliteStore({ databaseFile, ...(migrationsFolder === undefined ? {} : { migrationsFolder }) });
    store.onCommitted((commit) => send({ kind: "committed", commit }));
    const handlers = await options.createHandlers({ store, workerData: setup.workerData as D });
    workOff(port, store, handlers, send);
    send({ kind: "ready" });
  } catch (error) {
    await store?.close();
    send({ kind: "failed-to-start", error: toWire(error) });
    port.close();
  }
}

function workOff<C extends CommandTypes>(
  port: MessagePort,
  store: Store,
  handlers: CommandHandlers<C>,
  send: (message: FromWriter) => void,
): void {
  const queue = createCommandQueue<CommandMessage>();
  let running = false;
  let closing = false;

  function take(message: ToWriter): void {
    if (message.kind === "close") closing = true;
    else queue.add(message, message.priority);
  }
  /** A handler that never yields keeps messages waiting in the port: they are looked at before the next choice. */
  function takeWaiting(): void {
    for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) take(got.message);
  }
  async function drain(): Promise<void> {
    if (running) return;
    running = true;
    takeWaiting();
    for (let next = queue.next(); next; next = queue.next()) {
      await runCommand(handlers, next, send);
      takeWaiting();
    }
    running = false;
    if (closing) {
      await store.close();
      port.close();
    }
  }
  port.on("message", (message: ToWriter) => {
    take(message);
    void drain();
  });
}

async function runCommand<C extends CommandTypes>(
  handlers: CommandHandlers<C>,
  { id, name, input }: CommandMessage,
  send: (message: FromWriter) => void,
): Promise<void> {
  try {
    if (!Object.hasOwn(handlers, name)) throw writerError("command-unknown", { name });
    const handler = handlers[name];
    send({ kind: "done", id, output: await handler?.(input) });
  } catch (error) {
    send({ kind: "failed", id, error: toWire(error) });
  }
}
