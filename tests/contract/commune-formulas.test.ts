import type { Store } from "@bochiso/db/store";
import { openTestStore, type TestStore } from "@bochiso/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SMALL_COUNTRY } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush, type PushRows } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";

const none = { area: "none", time: "none" } as const;
const rate = { accumulation: "rate", valueType: "ratio", aggregation: none } as const;

let opened: TestStore;
let push: PushRows;
beforeAll(async () => {
  opened = await openTestStore();
  await saveCatalogue(opened.store, {
    areas: SMALL_COUNTRY.filter(({ simulated }) => !simulated),
    definitions: [
      anIndicator("c.value"),
      anIndicator("c.share", { ...rate, formula: "c.value / c.value@parent * 100" }),
      anIndicator("c.below", { aggregation: none, formula: "sum(c.value over area)" }),
      anIndicator("c.rank", { ...rate, formula: "rank(c.value)" }),
    ],
  });
  push = createPush(opened.store);
});
afterAll(() => opened?.close());

/** What the computed cells of an indicator say, by area: the number, else why there is none. */
async function cellsOf(store: Store, indicator: string): Promise<Record<string, number | string | null>> {
  return store.read(async (tx) => {
    const { series, observation } = tx.schema;
    const own = (await tx.db.select().from(series)).filter((it) => it.indicator === indicator);
    const areaOf = new Map(own.filter((it) => it.origin === "computed").map((it) => [it.id, it.area]));
    const rows = (await tx.db.select().from(observation)).filter((it) => areaOf.has(it.seriesId) && it.retracted === 0);
    return Object.fromEntries(
      rows.map((it) => [areaOf.get(it.seriesId) ?? "", it.value ?? it.missingReason ?? it.errorCode]),
    );
  });
}

const sent = (area: string, value: number) => ({
  indicator: "c.value",
  area,
  period: "2026-03",
  value,
  status: "E",
});

it("formulas of communes read their province, and provinces their communes, as values arrive", async () => {
  await push([sent("31001", 30)]);
  expect(await cellsOf(opened.store, "c.value")).toMatchObject({ "31": "incomplete-parts" });
  expect(await cellsOf(opened.store, "c.below")).toEqual({ "31": "incomplete-parts" });
  expect(await cellsOf(opened.store, "c.share")).toEqual({ "31001": "incomplete-parts" });
  expect(await cellsOf(opened.store, "c.rank")).toMatchObject({ "31001": 1 });

  // The other commune changes the share and the place of the first one.
  await push([sent("31002", 90)]);
  expect(await cellsOf(opened.store, "c.below")).toEqual({ VN: "incomplete-parts", "31": 120 });
  expect(await cellsOf(opened.store, "c.share")).toMatchObject({ "31001": 25, "31002": 75 });
  expect(await cellsOf(opened.store, "c.rank")).toMatchObject({ "31001": 2, "31002": 1 });

  await push([sent("32", 1), sent("33", 1), sent("34", 1), sent("35", 1)]);
  expect(await cellsOf(opened.store, "c.below")).toEqual({ VN: 124, "31": 120 });

  await push([{ ...sent("31002", 0), value: undefined, retract: true, note: "gửi nhầm" }]);
  expect(await cellsOf(opened.store, "c.below")).toEqual({ VN: "incomplete-parts", "31": "incomplete-parts" });
  expect(await cellsOf(opened.store, "c.share")).toMatchObject({ "31001": "incomplete-parts" });
  expect(await cellsOf(opened.store, "c.rank")).toMatchObject({ "31001": 1 });
});
