import {
  appendDefinitions,
  saveAgencies,
  saveAreas,
  saveDimensions,
  saveUnits,
} from "@bochiso/db/repositories/catalogue";
import { addFeedScope, type NewFeed, saveFeeds } from "@bochiso/db/repositories/feeds";
import type { Store } from "@bochiso/db/store";
import { Agency } from "@bochiso/shared/agency";
import type { Area } from "@bochiso/shared/area";
import type { Dimension } from "@bochiso/shared/breakdown";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { markCatalogueChanged } from "../../../server/src/catalogue/catalogue-cache.ts";
import { loadCatalogue } from "../../../server/src/catalogue/load-catalogue.ts";
import { markRulesComputed } from "../../../server/src/compute/rules-fingerprint.ts";

/** A country and its indicators that exist only in a test. */
export interface TestCatalogue {
  readonly definitions: readonly IndicatorDefinition[];
  readonly areas: readonly Area[];
  readonly agencies?: readonly Agency[];
  readonly dimensions?: readonly Dimension[];
  /** Which feed sends an indicator; absent = the one feed sends all. */
  readonly feedOf?: (indicator: string) => string;
}

/** The agency behind every indicator of a test. */
const OWNER = Agency.parse({
  code: "test",
  name: { vi: "test", en: "test" },
  kind: "ministry",
  parent: null,
  egovCode: null,
  validFrom: null,
  validTo: null,
  successor: null,
  mergedWhole: null,
  simulated: false,
});

/** The one feed of a test that names no others; it may send every indicator in every area. */
export const TEST_FEED = "test.feed";

/** Puts a catalogue in force in an empty store, as the seed does with the real one. */
export async function saveCatalogue(store: Store, catalogue: TestCatalogue): Promise<void> {
  const { definitions, areas, agencies = [], dimensions = [], feedOf = () => TEST_FEED } = catalogue;
  const at = "2023-01-01T00:00:00.000Z";
  await store.write(async (tx) => {
    const commit = await tx.nextCommit(at);
    await saveAreas(tx, areas);
    await saveAgencies(tx, [...agencies, OWNER]);
    await saveDimensions(tx, dimensions);
    const units = [...new Set(definitions.map(({ unit }) => unit))];
    await saveUnits(
      tx,
      units.map((code) => ({ code, name: { vi: code, en: code } })),
    );
    await appendDefinitions(
      tx,
      commit,
      definitions.map((definition) => ({ definition, author: "test", approvedBy: "test.2", approvedAt: at })),
    );
    for (const [feed, own] of Map.groupBy(definitions, ({ code }) => feedOf(code))) {
      await saveFeeds(tx, [aFeed(feed, at)]);
      const scope = own.map(({ code }) => ({ indicator: code, area: "*" }));
      await addFeedScope(tx, feed, scope);
    }
    await markCatalogueChanged(tx, commit);
    await markRulesComputed(tx, await loadCatalogue(tx, "fresh"));
  });
}

function aFeed(code: string, createdAt: string): NewFeed {
  return {
    code,
    agency: "test",
    name: { vi: code, en: code },
    gapPolicy: "record",
    requireDigest: false,
    simulated: false,
    active: true,
    createdAt,
    details: {},
  };
}
