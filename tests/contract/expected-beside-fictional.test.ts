import { addFeedScope, saveFeeds } from "@bochiso/db/repositories/feeds";
import { periodFromId } from "@bochiso/shared/period";
import { describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { expectedCells } from "../../server/src/file-drop/expected-cells.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush } from "../support/calculation/push-rows.ts";
import { saveCatalogue, TEST_FEED } from "../support/calculation/save-catalogue.ts";
import { useContractWorld } from "./world/contract-world.ts";

const NOW = "2027-01-01T00:00:00.000Z";

describe("what a feed is expected to send", () => {
  const world = useContractWorld("sqlite");

  it("has a line for what it never sent, whatever a simulated feed sent of the same indicator", async () => {
    await saveCatalogue(world.store, { areas: SMALL_COUNTRY, definitions: [anIndicator("s.value")] });
    const demo = { code: "demo.one", agency: "test", name: { vi: "demo", en: "demo" }, createdAt: NOW, details: {} };
    await world.store.write(async (tx) => {
      await saveFeeds(tx, [{ ...demo, simulated: true }]);
      await addFeedScope(tx, "demo.one", [{ indicator: "s.value", area: "demo:MAU" }]);
    });
    const row = { indicator: "s.value", area: "demo:MAU", period: "2023-03", value: 1, status: "A" };
    expect(await createPush(world.store, { feed: "demo.one" })([row])).toMatchObject({ kind: "stored" });
    const linesOf = async (feed: string) => {
      const cells = await world.store.read(async (tx) => {
        const catalogue = await createCatalogueCache().current(tx);
        return expectedCells({ tx, catalogue, feed, period: periodFromId("2023-03", "month"), now: NOW });
      });
      return cells.map(({ area, seriesId }) => [area.code, seriesId === null]);
    };
    expect(await linesOf(TEST_FEED)).toEqual([["VN", true]]);
    expect(await linesOf("demo.one")).toEqual([["demo:MAU", false]]);
  });
});
