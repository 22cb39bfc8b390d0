import { headCommit } from "@bochiso/db/repositories/commits";
import { listFlags } from "@bochiso/db/repositories/quality";
import { openTestStore, type TestStore } from "@bochiso/db/testing";
import { AreaCode } from "@bochiso/shared/area";
import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { periodFromId } from "@bochiso/shared/period";
import { QualityRule } from "@bochiso/shared/quality";
import type { ExplainedDoubt } from "@bochiso/shared/screen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { explain } from "../../server/src/compute/explain.ts";
import { fixedClock } from "../../server/src/platform/clock.ts";
import { putQualityRules } from "../../server/src/quality/put-rules.ts";
import { reviewFlag } from "../../server/src/quality/review-flag.ts";
import { aUnit } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";

const text = (vi: string) => ({ vi, en: vi });
const NONE = { area: "none", time: "none" } as const;

describe("doubts under a computed number", () => {
  let opened: TestStore;
  let deps: Parameters<typeof putQualityRules>[0];

  beforeAll(async () => {
    opened = await openTestStore({});
    await saveCatalogue(opened.store, {
      definitions: [
        anIndicator("t.a"),
        anIndicator("t.b"),
        anIndicator("d.sum", { formula: "t.a + t.b", aggregation: NONE }),
      ],
      areas: [aUnit("VN")],
    });
    deps = { store: opened.store, catalogue: createCatalogueCache(), clock: fixedClock("2027-02-01T00:00:00.000Z") };
    const rule = { code: "t.range", version: 1, indicator: "t.a", check: { kind: "range", min: 0, max: 100 } };
    const told = { severity: "warning", name: text("Khoảng hợp lý"), basis: text("thử"), review: "reviewed" };
    await putQualityRules(deps, { rules: [QualityRule.parse({ ...rule, ...told })], actor: "test" });
    const cell = { area: "VN", period: "2026-03", status: "P" };
    await createPush(opened.store)([
      { ...cell, indicator: "t.a", value: 150 },
      { ...cell, indicator: "t.b", value: 1 },
    ]);
  });
  afterAll(() => opened.close());

  /** The doubts of the operands, by indicator. */
  async function doubts(asOf?: number): Promise<Record<string, ExplainedDoubt | null>> {
    return await opened.store.read(async (tx) => {
      const node = await explain(tx, await deps.catalogue.current(tx), {
        indicator: IndicatorCode.parse("d.sum"),
        area: AreaCode.parse("VN"),
        breakdown: TOTAL_KEY,
        period: periodFromId("2026-03", "month"),
        asOf,
      });
      expect(node.doubt).toBeNull();
      return Object.fromEntries(node.operands.map(({ indicator, doubt }) => [indicator, doubt]));
    });
  }

  it("mark the leaf until somebody confirms it, and still as of the moment before", async () => {
    const [flag] = await opened.store.read((tx) => listFlags(tx, {}, { limit: 1 }));
    if (flag === undefined) throw new Error("150 breaks the rule");
    const open = { flag: flag.id, state: "open", rule: text("Khoảng hợp lý") };
    expect(await doubts()).toEqual({ "t.a": open, "t.b": null });
    const before = await opened.store.read((tx) => headCommit(tx));
    const by = { name: "Trần Thị Bình", position: "Trưởng phòng" };
    await reviewFlag(deps, { id: flag.id, verdict: "confirmed", note: "đúng như vậy", by, seen: flag.changedSeq });
    expect(await doubts()).toEqual({ "t.a": null, "t.b": null });
    expect(await doubts(before.seq)).toEqual({ "t.a": open, "t.b": null });
  });
});
