import { createHash } from "node:crypto";
import { appendAudit } from "@bochiso/db/repositories/audit";
import {
  appendDefinitions,
  listDefinitions,
  saveAgencies,
  saveAreas,
  saveDimensions,
  saveIndicatorSets,
  saveUnits,
} from "@bochiso/db/repositories/catalogue";
import {
  addUnownedScope,
  barSimulatedFeeds,
  moveFirstOwners,
  type ScopeCell,
  saveFeeds,
} from "@bochiso/db/repositories/feeds";
import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import type { Store } from "@bochiso/db/store";
import {
  loadAgencies,
  loadAreas,
  loadCatalogue,
  loadDimensions,
  loadFeeds,
  loadQualityRules,
  loadSets,
  loadUnits,
  type SeedFeed,
} from "@bochiso/seed/catalogue";
import type { Area } from "@bochiso/shared/area";
import { markCatalogueChanged } from "../catalogue/catalogue-cache.ts";
import { loadCatalogue as loadRules } from "../catalogue/load-catalogue.ts";
import { markRulesComputed } from "../compute/rules-fingerprint.ts";
import { noteDeliveriesFromNow } from "../feeds/delivery-start.ts";
import type { Clock } from "../platform/clock.ts";
import { seedQualityRules } from "../quality/seed-quality-rules.ts";
import { setRecord } from "./set-record.ts";

const CATALOGUE_KEY = "seededCatalogue";
/** Where the state of the replay is remembered. */
export const SEEDING_KEY = "seeding";

/**
 * Loads the catalogue as "nhập khởi tạo, chưa rà soát" in one write, once per content of the seed. Definitions already there
 * stay as they are: a steward's version is never overwritten by a restart.
 */
export async function seedCatalogue(
  deps: { store: Store; clock: Clock },
  { demo, at, loadedAt }: { demo: "1" | "real" | "0"; at: string; loadedAt: string },
): Promise<{ changed: boolean }> {
  const content = seedContent(demo);
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([demo, content]))
    .digest("hex");
  return deps.store.write(async (tx) => {
    if ((await readMeta(tx, SEEDING_KEY)) === undefined)
      await writeMeta(tx, SEEDING_KEY, { loadedAt, completed: null });
    await noteDeliveriesFromNow(tx, deps.clock.now().toISOString());
    if ((await readMeta(tx, CATALOGUE_KEY)) === fingerprint) return { changed: false };
    const commit = await tx.nextCommit(at);
    await saveAreas(tx, content.areas);
    await saveAgencies(tx, content.agencies);
    await saveUnits(tx, content.units);
    await saveDimensions(tx, content.dimensions);
    const known = new Set((await listDefinitions(tx)).map(({ definition }) => String(definition.code)));
    const added = content.definitions.filter((it) => !known.has(it.code));
    await appendDefinitions(
      tx,
      commit,
      added.map((definition) => ({ definition, author: "seed", approvedBy: null, approvedAt: null })),
    );
    await saveIndicatorSets(tx, commit, content.sets.map(setRecord));
    await saveFeeds(
      tx,
      content.feeds.map((feed) => feedRecord(feed, at)),
    );
    // A database that once held a demonstration takes nothing from its feeds any more, until it is one again.
    await barSimulatedFeeds(tx, demo !== "1");
    for (const feed of content.feeds) {
      const cells = scopeCells(feed, content.areas);
      await addUnownedScope(tx, feed.code, cells);
      // Among the simulated feeds the seed may divide anew what it divided before.
      if (feed.simulated) await moveFirstOwners(tx, feed.code, cells);
    }
    await seedQualityRules(tx, commit, content.qualityRules);
    await writeMeta(tx, CATALOGUE_KEY, fingerprint);
    await markCatalogueChanged(tx, commit);
    // Nothing was computed before the first commit: every cell to come is computed by these rules.
    if (commit.seq === 1) await markRulesComputed(tx, await loadRules(tx, "fresh"));
    await appendAudit(tx, commit, [
      {
        actor: "seed",
        action: "catalogue.seeded",
        subject: "catalogue",
        details: { fingerprint, definitions: added.length, feeds: content.feeds.length, sets: content.sets.length },
      },
    ]);
    return { changed: true };
  });
}

/** What is simulated belongs to demonstrations only. */
function seedContent(demo: "1" | "real" | "0") {
  const wanted = (it: { simulated: boolean }): boolean => demo === "1" || !it.simulated;
  return {
    areas: loadAreas().filter(wanted),
    agencies: loadAgencies().filter(wanted),
    units: loadUnits(),
    dimensions: loadDimensions(),
    definitions: loadCatalogue(),
    qualityRules: loadQualityRules(),
    sets: loadSets().filter(wanted),
    feeds: loadFeeds().filter(wanted),
  };
}

function feedRecord(feed: SeedFeed, createdAt: string) {
  const { code, agency, name, simulated, requireSignOff = false } = feed;
  return {
    code,
    agency,
    name,
    simulated,
    requireSignOff,
    createdAt,
    details: {},
  };
}

/** Every real area of an indicator is written as one `*`. */
function scopeCells(feed: SeedFeed, areas: readonly Area[]): ScopeCell[] {
  const realAreas = areas.filter((area) => !area.simulated).length;
  return feed.scopes.flatMap(({ indicators, areas: own }) => {
    const codes = own.length === realAreas ? ["*"] : own;
    return indicators.flatMap((indicator) => codes.map((area) => ({ indicator, area })));
  });
}
