import type { TransferListItem } from "node:worker_threads";
import type { Commit, Priority, Store } from "../unit-of-work.ts";
import type { Turns } from "./turns.ts";

/** The commands of an application: name → what goes in and comes out (structured-cloneable). */
export type CommandTypes = Record<string, { input: unknown; output: unknown }>;

/** A command as sent: a name and its input. */
export interface Command<C extends CommandTypes, N extends keyof C> {
  readonly name: N;
  readonly input: C[N]["input"];
}

/** What a handler works with. The store of the writer; `workerData` as given at start. */
export interface CommandContext<D = unknown> {
  readonly store: Store;
  readonly workerData: D;
  readonly turns: Turns;
}

/** A handler per command. Handlers run one at a time on SQLite, concurrently on PostgreSQL. */
export type CommandHandlers<C extends CommandTypes> = {
  readonly [N in keyof C]: (input: C[N]["input"]) => Promise<C[N]["output"]>;
};

/** Builds the handlers once the store is open, so that they can close over caches of their own. */
export type CreateHandlers<C extends CommandTypes, D = unknown> = (
  context: CommandContext<D>,
) => CommandHandlers<C> | Promise<CommandHandlers<C>>;

export interface ExecuteOptions {
  /** `high` goes ahead of waiting `normal` commands: single rows and emergencies. Default `normal`. */
  readonly priority?: Priority;
  /** Buffers handed over instead of copied; unusable by the caller afterwards. */
  readonly transfer?: readonly TransferListItem[];
}

/**
 * Where commands are sent, whichever database is behind. A `DomainError` thrown by a handler
 * arrives with its code, facts and text. `writer-crashed`: the outcome is unknown; ask again by
 * idempotency key. `writer-closed`: not taken.
 */
export interface CommandExecutor<C extends CommandTypes> {
  execute<N extends keyof C & string>(command: Command<C, N>, options?: ExecuteOptions): Promise<C[N]["output"]>;
  /** A hint that something was committed; the outbox is the truth. */
  onCommitted(listener: (commit: Commit) => void): () => void;
  /** The writer died and is being started again (never on PostgreSQL). */
  onCrash(listener: (error: Error) => void): () => void;
  /** Commands waiting or running. */
  readonly pending: number;
  /** Takes no more commands, finishes those taken, closes. */
  close(): Promise<void>;
}
