import { signatureKeysOf } from "@bochiso/db/repositories/intake";
import { describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { lockPeriod, unlockPeriod } from "../../server/src/intake/period-lock-commands.ts";
import { endSignatureKey, registerSignatureKey } from "../../server/src/intake/signature-key-commands.ts";
import { systemClock } from "../../server/src/platform/clock.ts";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";
import { useContractWorld } from "./world/contract-world.ts";

const BY = "Trần Thị Duyệt (Phó cục trưởng)";

describe.each(["sqlite", "postgres"] as const)("what stewards end on %s", (dialect) => {
  const world = useContractWorld(dialect);
  const deps = () => ({ store: world.store, catalogue: createCatalogueCache(), clock: systemClock });
  const start = () =>
    saveCatalogue(world.store, {
      areas: SMALL_COUNTRY,
      definitions: [anIndicator("s.one"), anIndicator("s.two")],
      feedOf: (indicator) => (indicator === "s.one" ? "feed.one" : "feed.two"),
    });

  it("is a signature key of the feed that is named, and of no other", async () => {
    await start();
    const key = { keyid: "k1", publicKey: "A".repeat(43), required: true, by: BY };
    await registerSignatureKey(deps(), { ...key, feed: "feed.one" });
    await expect(endSignatureKey(deps(), { feed: "feed.two", keyid: "k1", by: BY })).rejects.toMatchObject({
      code: "signature-key-malformed",
    });
    expect(await world.store.read((tx) => signatureKeysOf(tx, "feed.one"))).toHaveLength(1);
    await endSignatureKey(deps(), { feed: "feed.one", keyid: "k1", by: BY });
    expect(await world.store.read((tx) => signatureKeysOf(tx, "feed.one"))).toEqual([]);
  });

  it("is a lock once, however many lift it at the same instant", async () => {
    await start();
    const asked = { indicators: ["s.one"], area: "*", period: "2023", reason: "đã báo cáo", by: BY };
    const { ids } = await lockPeriod(deps(), asked);
    const id = ids[0] ?? "";
    const lifts = await Promise.all([1, 2, 3].map(() => unlockPeriod(deps(), { id, reason: "sửa", by: BY })));
    expect(lifts.filter(({ lifted }) => lifted)).toHaveLength(1);
  });
});
