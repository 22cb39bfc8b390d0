import type { Feed } from "@bochiso/db/repositories/feeds";
import type { Store } from "@bochiso/db/store";
import type { Turns } from "@bochiso/db/writer";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { CatalogueCache } from "../catalogue/catalogue-cache.ts";
import type { Clock } from "../platform/clock.ts";
import type { ReceiptSealer } from "../receipts/receipt-sealer.ts";
import type { IngestInput } from "../writer/commands.ts";
import type { Envelope } from "./decode/decoded-body.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ResolvedRow } from "./submitted-row.ts";

/** What the pipeline works with. */
export interface PipelineDeps {
  readonly store: Store;
  readonly catalogue: CatalogueCache;
  readonly clock: Clock;
  /** Absent: receipts carry no seal. */
  readonly seal?: ReceiptSealer | undefined;
  /** Lets short commands go ahead of long ones. */
  readonly turns: Turns;
  /** Rows from which on a submission is prepared outside the write, and its write gives way. */
  readonly bulkRows?: number | undefined;
}

/** Everything a commit needs. */
export interface Commitment {
  readonly input: IngestInput;
  readonly envelope: Envelope;
  readonly feed: Feed;
  readonly catalogue: Catalogue;
  /** The rows that name a cell, in their order; some may be refused already. */
  readonly rows: readonly ResolvedRow[];
  /** Those of them that passed all rules that look at no stored value. */
  readonly sound: readonly ResolvedRow[];
  /** Nothing will be stored: the rules on stored values are applied only to tell their faults as well. */
  readonly isRefused: boolean;
  readonly received: number;
  readonly errors: ErrorCollector;
}
