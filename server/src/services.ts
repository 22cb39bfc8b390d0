import type { ReadStore } from "@bochiso/db/store";
import type { CommandExecutor } from "@bochiso/db/writer";
import type { CatalogueCache } from "./catalogue/catalogue-cache.ts";
import type { Config } from "./config/env.ts";
import type { FeedNotes } from "./feeds/feed-notes.ts";
import type { Clock } from "./platform/clock.ts";
import type { Logger } from "./platform/logger.ts";
import type { StorageGate } from "./platform/storage-gate.ts";
import type { WriterCommands } from "./writer/commands.ts";

/** What the composition root makes once and hands to every edge. */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Identifies this process: a client that sees another one has to catch up. */
  readonly instance: string;
  readonly version: string;
  /** Snapshots for reading; never writes. */
  readonly store: ReadStore;
  /** The only way to write. */
  readonly writer: CommandExecutor<WriterCommands>;
  readonly catalogue: CatalogueCache;
  /** What is noted of feeds without a write of its own. */
  readonly feedNotes: FeedNotes;
  /** Whether there is room to write; `writer` stands behind it. */
  readonly storageGate: StorageGate;
}
