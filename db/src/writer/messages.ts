import type { Commit, Priority } from "../unit-of-work.ts";
import type { WireError } from "./error-wire.ts";

/** What the main side sends to the writer thread. */
export type ToWriter =
  | {
      readonly kind: "command";
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
      readonly priority: Priority;
    }
  | { readonly kind: "close" };

/** What the writer thread answers. */
export type FromWriter =
  | { readonly kind: "ready" }
  | { readonly kind: "failed-to-start"; readonly error: WireError }
  | ({ readonly kind: "done"; readonly output: unknown } & Answered)
  | ({ readonly kind: "failed"; readonly error: WireError } & Answered);

interface Answered {
  /** Of the command. */
  readonly id: number;
  /** What was committed since the last answer: who waits for one has it first. */
  readonly commits: readonly Commit[];
}

/** What the writer thread is started with. */
export interface WriterSetup {
  readonly databaseFile: string;
  readonly migrationsFolder: string | undefined;
  readonly workerData: unknown;
}
