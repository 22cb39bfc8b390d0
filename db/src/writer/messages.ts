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
  | { readonly kind: "done"; readonly id: number; readonly output: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly error: WireError }
  | { readonly kind: "committed"; readonly commit: Commit };

/** What the writer thread is started with. */
export interface WriterSetup {
  readonly databaseFile: string;
  readonly migrationsFolder: string | undefined;
  readonly workerData: unknown;
}
