import {
  type ListCursor,
  type ListedObservation,
  latestPeriods,
  latestPeriodsUntil,
  listObservations,
} from "@bochiso/db/repositories/observations";
import { findSeries, lookUpSeriesIds, resolveSeries, seriesByIds } from "@bochiso/db/repositories/series";
import type { Store } from "@bochiso/db/store";
import { expect, it } from "vitest";
import { append, aSeries, aValue, makeSeries } from "../world/builders.ts";
import type { ContractWorld } from "../world/contract-world.ts";

/** Series are found by key and values are listed in one order on every database. */
export function readingContract(world: ContractWorld): void {
  it("gives equal keys one number and different keys different ones, in the order asked", async () => {
    const { store } = world;
    const keys = [aSeries(), aSeries({ area: "01" }), aSeries(), aSeries({ origin: "computed" })];
    const ids = await store.write((tx) => resolveSeries(tx, keys));
    expect(ids[0]).toBe(ids[2]);
    expect(new Set(ids).size).toBe(3);
    expect(await store.write((tx) => resolveSeries(tx, keys))).toEqual(ids);
    const looked = await store.read((tx) => lookUpSeriesIds(tx, [aSeries({ area: "99" }), ...keys]));
    expect(looked).toEqual([null, ...ids]);
    const known = await store.read((tx) => seriesByIds(tx, ids));
    expect(known).toHaveLength(3);
    expect(known.find((series) => series.id === ids[1])).toEqual({ ...aSeries({ area: "01" }), id: ids[1] });
  });

  it("forgets series whose making was rolled back: their numbers are given to others", async () => {
    const { store } = world;
    const [made, other] = [aSeries({ area: "01" }), aSeries({ area: "02" })];
    const broken = store.write(async (tx) => {
      await resolveSeries(tx, [made]);
      expect(await lookUpSeriesIds(tx, [made])).not.toEqual([null]);
      throw new Error("rolled back");
    });
    await expect(broken).rejects.toThrow("rolled back");
    expect(await store.read((tx) => lookUpSeriesIds(tx, [made]))).toEqual([null]);
    const [otherId] = await store.write((tx) => resolveSeries(tx, [other]));
    const [madeId] = await store.write((tx) => resolveSeries(tx, [made]));
    expect(madeId).not.toBe(otherId);
    expect(await store.read((tx) => lookUpSeriesIds(tx, [made, other]))).toEqual([madeId, otherId]);
  });

  it("sorts texts by their bytes, whatever the locale of the server", async () => {
    const { store } = world;
    const areas = ["a", "B", "vn63:24", "VN", "01", "Z", "_", "đ", "e"];
    await store.write((tx) =>
      resolveSeries(
        tx,
        areas.map((area) => aSeries({ area })),
      ),
    );
    const found = await store.read((tx) => findSeries(tx, { indicators: ["trade.export.value"] }));
    const byBytes = [...areas].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(found.map((series) => series.area)).toEqual(byBytes);
  });

  it("finds series by every part of their key, and nothing by an empty list", async () => {
    const { store } = world;
    await store.write((tx) => resolveSeries(tx, [aSeries(), aSeries({ scenario: "plan", periodType: "year" })]));
    const count = async (filter: Parameters<typeof findSeries>[1]) =>
      (await store.read((tx) => findSeries(tx, filter))).length;
    expect(await count({})).toBe(2);
    expect(await count({ scenarios: ["plan"] })).toBe(1);
    expect(await count({ periodTypes: ["month"], origins: ["reported"] })).toBe(1);
    expect(await count({ areas: [] })).toBe(0);
    expect(await count({ breakdownKeys: [""], scenarios: ["actual", "plan"] })).toBe(2);
  });

  it("finds series within blocks of cells", async () => {
    const { store } = world;
    const cells = ["trade.export.value", "trade.import.value"].flatMap((indicator) =>
      ["VN", "01", "demo:1"].map((area) => aSeries({ indicator, area })),
    );
    await store.write((tx) => resolveSeries(tx, cells));
    const within = async (blocks: Parameters<typeof findSeries>[1]["within"]) =>
      (await store.read((tx) => findSeries(tx, { within: blocks }))).map((it) => `${it.indicator} ${it.area}`);
    expect(await within([])).toEqual([]);
    expect(
      await within([
        { indicators: ["trade.export.value"], notAreas: ["demo:1"] },
        { indicators: ["trade.import.value", "trade.export.value"], areas: ["demo:1"] },
      ]),
    ).toEqual([
      "trade.export.value 01",
      "trade.export.value VN",
      "trade.export.value demo:1",
      "trade.import.value demo:1",
    ]);
    expect(await within([{ indicators: ["trade.import.value"], areas: [] }])).toEqual([]);
    expect((await within([{ indicators: ["trade.import.value"], notAreas: [] }])).length).toBe(3);
  });

  it("knows the latest period that has a number", async () => {
    const { store } = world;
    const seriesId = await makeSeries(store);
    const empty = await makeSeries(store, { area: "01" });
    await append(store, [
      { seriesId, ordinal: 5, ...aValue("0") },
      { seriesId, ordinal: 9, ...aValue("1") },
      { seriesId, ordinal: 12, missingReason: "not-collected", status: "L" },
    ]);
    expect(await store.read((tx) => latestPeriods(tx, [seriesId, empty]))).toEqual(new Map([[seriesId, 9]]));
    expect(await store.read((tx) => latestPeriodsUntil(tx, [{ seriesId, until: 8 }]))).toEqual(
      new Map([[seriesId, 5]]),
    );
  });

  async function fill(store: Store): Promise<void> {
    for (const area of ["VN", "01"]) {
      const reported = await makeSeries(store, { area });
      const computed = await makeSeries(store, { area, origin: "computed" });
      const broken = await makeSeries(store, { area, breakdownKey: "ownership=FDI" });
      const cells = [reported, computed, broken].flatMap((seriesId) =>
        [3, 1, 2].map((ordinal) => ({ seriesId, ordinal, ...aValue(`${ordinal}`) })),
      );
      await append(store, cells);
      await append(store, [{ seriesId: reported, ordinal: 2, ...aValue("2.5") }]);
    }
  }
  const place = (row: ListedObservation) =>
    [row.area, row.breakdownKey, row.ordinal, row.origin, row.valueText].join("|");

  it("lists both origins of a cell side by side and never cuts a cell in two", async () => {
    const { store } = world;
    await fill(store);
    const whole = await store.read((tx) => listObservations(tx, { indicators: ["trade.export.value"], limit: 100 }));
    expect(whole.next).toBeNull();
    expect(whole.observations.map(place).slice(0, 10)).toEqual([
      "01||1|computed|1",
      "01||1|reported|1",
      "01||2|computed|2",
      "01||2|reported|2.5",
      "01||3|computed|3",
      "01||3|reported|3",
      "01|ownership=FDI|1|reported|1",
      "01|ownership=FDI|2|reported|2",
      "01|ownership=FDI|3|reported|3",
      "VN||1|computed|1",
    ]);
    for (const limit of [1, 2, 5, 12]) {
      const pages: ListedObservation[][] = [];
      let after: ListCursor | undefined;
      do {
        const from = after;
        const page = await store.read((tx) =>
          listObservations(tx, { indicators: ["trade.export.value"], limit, after: from }),
        );
        pages.push([...page.observations]);
        after = page.next ?? undefined;
      } while (after);
      expect(pages.flat()).toEqual(whole.observations);
      expect(pages).toHaveLength(Math.ceil(12 / limit));
    }
  });

  it("lists within periods and as of a commit", async () => {
    const { store } = world;
    await fill(store);
    const filter = { areas: ["01"], breakdownKeys: [""], origins: ["reported"], limit: 10 } as const;
    const list = async (more: object) =>
      (await store.read((tx) => listObservations(tx, { ...filter, ...more }))).observations.map((row) => row.valueText);
    expect(await list({ periods: [{ type: "month", from: 2, to: 2 }] })).toEqual(["2.5"]);
    expect(await list({ periods: [{ type: "month", from: 2 }] })).toEqual(["2.5", "3"]);
    expect(await list({ periods: [{ type: "year" }] })).toEqual([]);
    expect(await list({ periods: [] })).toEqual([]);
    expect(await list({ asOf: 2 })).toEqual([]);
    expect(await list({ asOf: 3 })).toEqual(["1", "2", "3"]);
    expect(await list({ asOf: 4 })).toEqual(["1", "2.5", "3"]);
  });
}
