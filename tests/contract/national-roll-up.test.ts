import type { Store } from "@bochiso/db/store";
import { openTestStore, type TestStore } from "@bochiso/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPush, type PushRows } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";
import {
  aRow,
  COMMUNES,
  communeCode,
  everyCommune,
  NATION,
  provinceCode,
  SIMULATED_COUNTRY,
} from "../support/calculation/simulated-country.ts";

let opened: TestStore;
let push: PushRows;
beforeAll(async () => {
  opened = await openTestStore();
  await saveCatalogue(opened.store, SIMULATED_COUNTRY);
  push = createPush(opened.store);
});
afterAll(() => opened.close());

const MONTH = "2025-09";
const EVERYTHING = (COMMUNES * (COMMUNES + 1)) / 2;

/** What stands in the month of every area of one indicator. */
async function cellsOf(store: Store, indicator: string) {
  const { series, rows } = await store.read(async (tx) => ({
    series: await tx.db.select().from(tx.schema.series),
    rows: await tx.db.select().from(tx.schema.observation),
  }));
  const areaOf = new Map(series.filter((it) => it.indicator === indicator).map(({ id, area }) => [id, area]));
  const cells = rows.flatMap((row) => {
    const area = areaOf.get(row.seriesId);
    return area === undefined ? [] : [[area, row] as const];
  });
  return new Map(cells);
}

it("3,321 communes in one submission make their provinces and the nation in one write", async () => {
  expect(await push([...everyCommune("s.value", MONTH), ...everyCommune("s.base", MONTH)])).toMatchObject({
    kind: "stored",
  });
  const sums = await cellsOf(opened.store, "s.value");
  expect(sums.get(NATION)).toMatchObject({ value: EVERYTHING, way: "roll-up", coverageHave: 34, coverageOf: 34 });
  expect((await cellsOf(opened.store, "s.rate")).get(NATION)).toMatchObject({ value: 100, way: "formula" });
  expect(new Set([...sums.values()].map(({ commitSeq }) => commitSeq)).size).toBe(1);
});

it("one commune changes, and the nation is right in the same commit", async () => {
  await push([aRow("s.value", communeCode(7), MONTH, 1_000_008)]);
  const sums = await cellsOf(opened.store, "s.value");
  const changed = sums.get(communeCode(7));
  expect(sums.get(NATION)).toMatchObject({ value: EVERYTHING + 1_000_000, commitSeq: changed?.commitSeq });
  expect(sums.get(provinceCode(7))).toMatchObject({ commitSeq: changed?.commitSeq });
  const untouched = [...sums].filter(([, { commitSeq }]) => commitSeq !== changed?.commitSeq);
  expect(untouched.length).toBe(COMMUNES + 35 - 3);
  const rate = (await cellsOf(opened.store, "s.rate")).get(NATION);
  expect(rate).toMatchObject({ value: ((EVERYTHING + 1_000_000) / EVERYTHING) * 100, commitSeq: changed?.commitSeq });
});

it("a commune taken back leaves the nation without a value, not with a smaller one", async () => {
  await push([{ indicator: "s.value", area: communeCode(7), period: MONTH, retract: true, note: "gửi nhầm" }]);
  const nation = (await cellsOf(opened.store, "s.value")).get(NATION);
  expect(nation).toMatchObject({ value: null, missingReason: "incomplete-parts", coverageHave: 33, coverageOf: 34 });
});
