import type { Priority } from "../unit-of-work.ts";
import type { ToWriter } from "./messages.ts";

type CommandMessage = Extract<ToWriter, { kind: "command" }>;

interface Pending {
  readonly message: CommandMessage;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  sent: boolean;
}

/** Commands without an answer. A command not yet sent survives the death of a writer. */
export function createPendingCommands() {
  const waiting = new Map<number, Pending>();
  let lastId = 0;

  function settle(id: number, how: (pending: Pending) => void): void {
    const pending = waiting.get(id);
    if (!pending) return;
    waiting.delete(id);
    how(pending);
  }
  return {
    size: () => waiting.size,
    add(command: { readonly name: string; readonly input: unknown; readonly priority: Priority }) {
      lastId += 1;
      const message: CommandMessage = { kind: "command", id: lastId, ...command };
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      waiting.set(message.id, { message, resolve, reject, sent: false });
      return { message, result: promise };
    },
    markSent(id: number): void {
      const pending = waiting.get(id);
      if (pending) pending.sent = true;
    },
    /** Commands not yet sent, marked as sent. */
    unsent(): CommandMessage[] {
      const found = [...waiting.values()].filter((pending) => !pending.sent);
      for (const pending of found) pending.sent = true;
      return found.map((pending) => pending.message);
    },
    resolve: (id: number, output: unknown): void => settle(id, (pending) => pending.resolve(output)),
    reject: (id: number, error: Error): void => settle(id, (pending) => pending.reject(error)),
    rejectSent(error: Error): void {
      for (const [id, { sent }] of waiting) if (sent) settle(id, (pending) => pending.reject(error));
    },
    rejectAll(error: Error): void {
      for (const id of waiting.keys()) settle(id, (pending) => pending.reject(error));
    },
  };
}
