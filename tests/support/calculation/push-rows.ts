import { createHash } from "node:crypto";
import type { Store } from "@bochiso/db/store";
import { sideBySide, type Turns } from "@bochiso/db/writer";
import type { Catalogue } from "../../../server/src/catalogue/catalogue.ts";
import { type CatalogueCache, createCatalogueCache } from "../../../server/src/catalogue/catalogue-cache.ts";
import { ingestSubmission } from "../../../server/src/ingestion/pipeline.ts";
import { systemClock } from "../../../server/src/platform/clock.ts";
import type { IngestOutput } from "../../../server/src/writer/commands.ts";
import { TEST_FEED } from "./save-catalogue.ts";

/** One row as a feed sends it. */
export type SentRow = Readonly<Record<string, unknown>>;

/** Sends rows as one submission through the pipeline of the writer. */
export type PushRows = (rows: readonly SentRow[]) => Promise<IngestOutput>;

/** Every push is of this moment; later than any period of a test, so that none is in the future. */
const NOW = "2027-01-01T00:00:00.000Z";

/**
 * A way to push into a store: body, checks, planning, computing and storing as on a server, without the network. With
 * `alter` on a catalogue that is wrong on purpose, for controls.
 */
export function createPush(
  store: Store,
  options: {
    readonly feed?: string;
    readonly keyPrefix?: string;
    readonly turns?: Turns;
    /** ISO instant. */
    readonly receivedAt?: string;
    readonly alter?: (catalogue: Catalogue) => Catalogue;
  } = {},
): PushRows {
  const { feed = TEST_FEED, keyPrefix = "push", turns = sideBySide, receivedAt = NOW, alter } = options;
  const cache = createCatalogueCache();
  const catalogue = alter === undefined ? cache : altered(cache, alter);
  let count = 0;
  return async (rows) => {
    count += 1;
    const body = new TextEncoder().encode(JSON.stringify({ feed, observations: rows }));
    const contentSha256 = createHash("sha256").update(body).digest("hex");
    // Every second one takes the way of a bulk submission: what is stored must not depend on it.
    const bulkRows = count % 2 === 0 ? 1 : Number.POSITIVE_INFINITY;
    const deps = { store, catalogue, clock: systemClock, turns, bulkRows };
    return ingestSubmission(deps, {
      feed,
      idempotencyKey: `${keyPrefix}-${count}`,
      mediaType: "application/json",
      body,
      contentSha256,
      requestSha256: contentSha256,
      receivedAt,
      recordedAt: NOW,
      actor: "test",
    });
  };
}

function altered(cache: CatalogueCache, alter: (catalogue: Catalogue) => Catalogue): CatalogueCache {
  let held: { readonly from: Catalogue; readonly to: Catalogue } | undefined;
  return {
    current: async (tx) => {
      const from = await cache.current(tx);
      if (held?.from !== from) held = { from, to: alter(from) };
      return held.to;
    },
  };
}
