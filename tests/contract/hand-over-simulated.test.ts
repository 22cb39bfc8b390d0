import { saveFeeds } from "@bochiso/db/repositories/feeds";
import { describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { handOver } from "../../server/src/feeds/hand-over.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { saveCatalogue, TEST_FEED } from "../support/calculation/save-catalogue.ts";
import { useContractWorld } from "./world/contract-world.ts";

const NOW = "2027-01-01T00:00:00.000Z";
describe("a hand-over", () => {
  const world = useContractWorld("sqlite");

  it("never hands a real area over to a feed of simulated values", async () => {
    await saveCatalogue(world.store, { areas: SMALL_COUNTRY, definitions: [anIndicator("s.value")] });
    const demo = { code: "demo.feed", agency: "test", name: { vi: "demo", en: "demo" }, createdAt: NOW, details: {} };
    await world.store.write((tx) => saveFeeds(tx, [{ ...demo, simulated: true }]));
    const give = (area: string) =>
      handOver(
        { store: world.store, catalogue: createCatalogueCache() },
        {
          from: TEST_FEED,
          to: "demo.feed",
          at: null,
          cells: [{ indicator: "s.value", area }],
          basis: "kiểm thử",
          now: NOW,
          actor: "test",
        },
      );
    for (const area of ["vn63:10", "*"]) await expect(give(area)).rejects.toMatchObject({ code: "scope-simulated" });
  });
});
