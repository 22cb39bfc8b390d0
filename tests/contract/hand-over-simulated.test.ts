import { addFeedScope, ownersOf, saveFeeds } from "@bochiso/db/repositories/feeds";
import { beforeEach, describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { handOver } from "../../server/src/feeds/hand-over.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { saveCatalogue, TEST_FEED } from "../support/calculation/save-catalogue.ts";
import { useContractWorld } from "./world/contract-world.ts";

const NOW = "2027-01-01T00:00:00.000Z";
const INDICATOR = "s.value";

describe("a hand-over between what is real and what is simulated", () => {
  const world = useContractWorld("sqlite");

  beforeEach(async () => {
    await saveCatalogue(world.store, { areas: SMALL_COUNTRY, definitions: [anIndicator(INDICATOR)] });
    const feeds = ["demo.one", "demo.two", "real.two"].map((code) => ({
      code,
      agency: "test",
      name: { vi: code, en: code },
      createdAt: NOW,
      details: {},
      simulated: code.startsWith("demo"),
    }));
    await world.store.write(async (tx) => {
      await saveFeeds(tx, feeds);
      await addFeedScope(tx, "demo.one", [{ indicator: INDICATOR, area: "demo:MAU" }]);
    });
  });

  const give = (from: string, to: string, area: string) =>
    handOver(
      { store: world.store, catalogue: createCatalogueCache() },
      { from, to, at: null, cells: [{ indicator: INDICATOR, area }], basis: "kiểm thử", now: NOW, actor: "test" },
    );
  const ownerOf = (area: string) => world.store.read((tx) => ownersOf(tx, [{ indicator: INDICATOR, area }], NOW));

  it.each(["vn63:10", "*"])("never gives %s to a feed of simulated values", async (area) => {
    await expect(give(TEST_FEED, "demo.two", area)).rejects.toMatchObject({ code: "scope-simulated" });
  });

  it("never gives a fictional area to the feed of a real agency, and says why", async () => {
    for (const area of ["demo:MAU", "demo:*"]) {
      await expect(give("demo.one", "real.two", area)).rejects.toMatchObject({
        code: "scope-simulated",
        text: { vi: expect.stringContaining("cơ quan thật"), en: expect.stringContaining("real agency") },
      });
    }
    expect(await ownerOf("demo:MAU")).toEqual(["demo.one"]);
  });

  it("goes on among feeds of one kind", async () => {
    await give("demo.one", "demo.two", "demo:MAU");
    await give(TEST_FEED, "real.two", "vn63:10");
    expect([await ownerOf("demo:MAU"), await ownerOf("vn63:10")]).toEqual([["demo.two"], ["real.two"]]);
  });
});
