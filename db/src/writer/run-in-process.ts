import type { Store } from "../unit-of-work.ts";
import type { Command, CommandExecutor, CommandTypes, CreateHandlers } from "./command.ts";
import { sideBySide } from "./turns.ts";
import { writerError } from "./writer-error.ts";

/** Runs the same handlers in this process, several at a time: for PostgreSQL, where writers need not wait in line. */
export async function runInProcess<C extends CommandTypes, D = unknown>(options: {
  readonly store: Store;
  readonly createHandlers: CreateHandlers<C, D>;
  readonly workerData: D;
}): Promise<CommandExecutor<C>> {
  const { store, createHandlers, workerData } = options;
  const handlers = await createHandlers({ store, workerData, turns: sideBySide });
  const running = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;

  async function run<N extends keyof C & string>({ name, input }: Command<C, N>): Promise<C[N]["output"]> {
    if (closed) throw writerError("writer-closed");
    if (!Object.hasOwn(handlers, name)) throw writerError("command-unknown", { name });
    return await handlers[name](input);
  }

  function execute<N extends keyof C & string>(command: Command<C, N>): Promise<C[N]["output"]> {
    const result: Promise<C[N]["output"]> = run(command).finally(() => running.delete(result));
    running.add(result);
    return result;
  }

  return {
    execute,
    onCommitted: store.onCommitted,
    onCrash: () => () => undefined,
    get pending() {
      return running.size;
    },
    close: () => {
      closed ??= Promise.allSettled(running).then(() => store.close());
      return closed;
    },
  };
}
