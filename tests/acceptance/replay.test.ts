import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiObservation } from "../support/http/system-client.ts";
import { expectedRows, publishedRows } from "../support/publication/mapping.ts";
import { cellOf, publishedCells, publishedRecords } from "../support/publication/published-records.ts";
import { breakdownText, type SystemUnderTest, startSystem } from "./system-under-test.ts";

const addressOf = (it: ApiObservation) => cellOf({ ...it, breakdown: breakdownText(it.breakdown) });

describe("the published figures after they were replayed through the ingestion service", () => {
  let system: SystemUnderTest;
  let stored: ApiObservation[];
  beforeAll(async () => {
    system = await startSystem("real");
    stored = await system.everything({ origin: "reported" });
  });
  afterAll(() => system?.stop());

  it("are as many cells and as many values sent in as the mapping expects, indicator by indicator", () => {
    const found = Object.fromEntries(
      [...Map.groupBy(stored, (it) => it.indicator)].map(([indicator, cells]) => [
        indicator,
        // An estimate and the figure that followed it are two revisions of one cell.
        { records: cells.reduce((sum, it) => sum + it.revision, 0), cells: cells.length },
      ]),
    );
    const { byIndicator, cells, records } = expectedRows();
    expect(found).toEqual(byIndicator);
    expect(stored).toHaveLength(cells);
    expect(stored.reduce((sum, it) => sum + it.revision, 0)).toBe(records);
  });

  it("are exactly the values that were published, in the last version published, and nothing else", () => {
    const published = publishedCells();
    const wrong = stored.filter((it) => {
      const expected = published.get(addressOf(it));
      return !expected || Math.abs(expected.value - (it.value ?? Number.NaN)) > 1e-9 || expected.status !== it.status;
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(new Set(stored.map(addressOf))).toEqual(new Set(published.keys()));
    expect(stored.filter((it) => it.simulated || it.area.startsWith("demo:"))).toEqual([]);
  });

  it("keep the text that was printed where the value is loaded as it is", () => {
    const texts = new Map(publishedRows("nso_trade_monthly.csv").map((row) => [row["month_musd"] ?? "", true]));
    const exports = stored.filter((it) => it.indicator === "trade.export.value");
    expect(exports.filter((it) => !texts.has(it.valueText ?? ""))).toEqual([]);
    // 108.3527 − 100 in decimal arithmetic, not in doubles.
    const growth = stored.find(
      (it) => it.indicator === "trade.export.yoy" && it.period === "2025-02" && addressOf(it).endsWith(" "),
    );
    expect(growth?.valueText).toBe("8.3527");
  });

  it("became revisions in the order of publication: the estimate first, the month after the later figure", async () => {
    const records = publishedRecords().filter(
      (it) => it.indicator === "tour.intl" && it.period === "2024-08" && it.breakdown === "",
    );
    expect(records.map((it) => [it.status, it.value])).toEqual([["E", 1_433_000]]);
    const both = publishedRecords().filter(
      (it) => it.indicator === "tour.intl" && it.period === "2024-07" && it.breakdown === "",
    );
    expect(both.map((it) => it.status)).toEqual(["E", "P"]);
    const [current] = await system.api.observations({
      indicator: "tour.intl",
      area: "VN",
      from: "2024-07",
      to: "2024-07",
    });
    expect(current).toMatchObject({ value: both[1]?.value, status: "P", revision: 2 });
    const between = new Date(Date.parse(current?.recordedAt ?? "") - 1).toISOString();
    const earlier = { indicator: "tour.intl", area: "VN", from: "2024-07", to: "2024-07", asOf: between };
    expect(await system.api.observations(earlier)).toMatchObject([{ value: both[0]?.value, status: "E", revision: 1 }]);
  });

  it("keep the codes of the provinces of their time and leave out what the publication got wrong", async () => {
    const areas = new Set(stored.filter((it) => it.indicator === "epi.dengue.cases_month").map((it) => it.area));
    expect([...areas].every((area) => area.startsWith("vn63:"))).toBe(true);
    expect(areas).toContain("vn63:HT");
    const september = await system.api.observations({
      indicator: "tour.intl",
      area: "VN",
      from: "2024-09",
      to: "2024-09",
    });
    expect(september).toMatchObject([{ value: 1_274_804, status: "P", revision: 1 }]);
    const october = {
      indicator: "macro.retail.month_yoy",
      area: "VN",
      from: "2024-10",
      to: "2024-10",
      origin: "reported",
    };
    expect(await system.api.observations(october)).toEqual([]);
    const unlisted = {
      indicator: "pi.executed",
      area: "VN",
      from: "2022-06",
      to: "2022-06",
      "breakdown.budgetHolder": "local",
    };
    expect(await system.api.observations({ ...unlisted, origin: "reported" })).toEqual([]);
    // Some provinces are listed: no total is made of them.
    const [listed] = await system.api.observations(unlisted);
    expect(listed).toMatchObject({ value: null, missing: "incomplete-parts", way: "roll-up" });
    expect(listed?.coverage?.of).toBe(63);
    expect(listed?.coverage?.have).toBeLessThan(63);
  });

  it("were sent by the feed of the agency that is responsible and name who published them and where", async () => {
    const feeds = new Map(stored.map((it) => [it.indicator, it.feed]));
    expect(feeds.get("trade.export.value")).toBe("mof.customs");
    expect(feeds.get("pi.executed")).toBe("mof.nso");
    expect(stored.filter((it) => it.feed === null || it.submission === null)).toEqual([]);
  });
});
