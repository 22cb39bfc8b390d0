import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ExplainedNode } from "../support/http/screen-answers.ts";
import type { ApiObservation } from "../support/http/system-client.ts";
import { publishedRows } from "../support/publication/mapping.ts";
import { cellOf, type PublishedRecord, publishedCells } from "../support/publication/published-records.ts";
import { breakdownText, type SystemUnderTest, startSystem } from "./system-under-test.ts";

const TOTAL_ITEM = "CHỈ SỐ GIÁ TIÊU DÙNG";
const BREAK = "2020-08";

const addressOf = (it: ApiObservation) => cellOf({ ...it, breakdown: breakdownText(it.breakdown) });

/** Today's unit in a month of the former ones, by area or by ministry: Nông nghiệp và Môi trường began in March 2025. */
const isRecast = ({ area, breakdown, period }: ApiObservation): boolean =>
  /^\d{4}-\d\d$/.test(period) &&
  ((/^\d\d$/.test(area) && period < "2025-07") || (breakdown["budgetHolder"] === "mae" && period < "2025-03"));

describe("our formulas on the published components", () => {
  let system: SystemUnderTest;
  const published = publishedCells();
  beforeAll(async () => {
    system = await startSystem("real");
  });
  afterAll(() => system?.stop());

  /** Computed cells by address; every breakdown. */
  const computed = async (indicator: string) => {
    const found = await system.allOf(indicator, { origin: "computed" });
    // As published: units of the tables. What is recast to today's provinces and ministries stands in no table.
    const asPublished = found.filter((it) => !isRecast(it));
    return new Map(asPublished.map((it) => [addressOf(it), it]));
  };
  const publishedOf = (indicator: string, keep: (record: PublishedRecord) => boolean = () => true) =>
    [...published.values()].filter((record) => record.indicator === indicator && keep(record));

  it("give the executed investment rate of all 224 January rows to 0.001 points", async () => {
    const rows = publishedOf("pi.executed_rate", (it) => it.period.endsWith("-01"));
    const cells = await computed("pi.executed_rate");
    const ours = rows.map((row) => ({ row, cell: cells.get(cellOf(row)) }));
    const different = ours.filter(({ row, cell }) => !(Math.abs((cell?.value ?? Number.NaN) - row.value) <= 0.001));
    expect(different).toEqual([]);
    expect(ours).toHaveLength(224);
    // The plan is known in January only: no rate is computed from a plan that may have changed since.
    const elsewhere = [...cells.values()].filter((it) => it.value !== null && !it.period.endsWith("-01"));
    expect(elsewhere).toEqual([]);
    expect([...cells.values()].filter((it) => it.value !== null)).toHaveLength(224);
  });

  it("cover the total, central, local, budget levels, ministries and provinces in those 224 rows", () => {
    const january = publishedRows("nso_public_investment_monthly.csv").filter((it) => it["period"]?.endsWith("-01"));
    const kinds = Map.groupBy(january, (row) => row["unit_type"]);
    expect(Object.fromEntries([...kinds].map(([kind, rows]) => [kind, rows.length]))).toEqual({
      total: 6,
      central: 6,
      local: 6,
      budget_level: 18,
      ministry: 60,
      province: 128,
    });
  });

  it.each([
    { indicator: "macro.cpi.mom", column: "vs_prev_month_pct", count: 58 },
    { indicator: "macro.cpi.yoy", column: "vs_same_month_prev_year_pct", count: 42 },
  ])("give $column of the consumer price index in $count of $count months to 0.006 points", async (expected) => {
    const cells = await computed(expected.indicator);
    const compared = publishedRows("nso_cpi_monthly.csv")
      .filter((row) => row["item_vi"] === TOTAL_ITEM && row[expected.column] !== "")
      .map((row) => ({
        period: row["period"] ?? "",
        published: Number(row[expected.column]) - 100,
        ours: cells.get(`${expected.indicator} VN ${row["period"]} `)?.value ?? null,
      }))
      .filter(({ ours }) => ours !== null);
    expect(compared.filter(({ ours, published: theirs }) => !(Math.abs((ours ?? 0) - theirs) <= 0.006))).toEqual([]);
    expect(compared).toHaveLength(expected.count);
  });

  it("give an error instead of a growth across the change of the base of the consumer price index", async () => {
    const months = publishedRows("nso_cpi_monthly.csv")
      .filter((row) => row["item_vi"] === TOTAL_ITEM)
      .map((row) => row["period"] ?? "");
    const yearAfter = months.filter((month) => month >= BREAK && month <= "2021-07");
    expect(yearAfter).toHaveLength(11);

    const mom = await computed("macro.cpi.mom");
    expect(mom.get(`macro.cpi.mom VN ${BREAK} `)).toMatchObject({ value: null, error: "comparability-break" });
    const yoy = await computed("macro.cpi.yoy");
    for (const month of yearAfter) {
      const cell = yoy.get(`macro.cpi.yoy VN ${month} `);
      expect(cell, month).toMatchObject({ value: null, error: "comparability-break" });
    }
    const broken = (cells: typeof mom) =>
      [...cells.values()]
        .filter((it) => it.error !== null && breakdownText(it.breakdown) === "")
        .map((it) => it.period);
    expect(broken(mom)).toEqual([BREAK]);
    expect(broken(yoy).filter((month) => !yearAfter.includes(month) && month !== "2020-09")).toEqual([]);
    // The published growth stands, and is what people read.
    const [standing] = await system.api.observations({
      indicator: "macro.cpi.yoy",
      area: "VN",
      from: BREAK,
      to: BREAK,
    });
    expect(standing).toMatchObject({ origin: "reported", error: null });
    expect(standing?.value).toBeCloseTo(published.get(`macro.cpi.yoy VN ${BREAK} `)?.value ?? Number.NaN, 9);
  });

  it("give the total score of QĐ 766 of all 34 provinces", async () => {
    const rows = publishedOf("psq.annual.total", (it) => it.area !== "VN");
    const cells = await computed("psq.annual.total");
    const different = rows.filter(
      (row) => !(Math.abs((cells.get(cellOf(row))?.value ?? Number.NaN) - row.value) <= 0.005),
    );
    expect(different).toEqual([]);
    expect(rows).toHaveLength(34);
  });

  describe("where the plan or the first estimate was revised afterwards", () => {
    it.each([
      { indicator: "pi.executed_yoy", breakdown: {} },
      { indicator: "trade.export.yoy", breakdown: {} },
      { indicator: "macro.retail.month_yoy", breakdown: {} },
    ])("keep the published $indicator as the headline with the computed one beside it", async ({ indicator }) => {
      const both = await system.api.observations({ indicator, area: "VN", origin: "all" });
      const pairs = [...Map.groupBy(both, (it) => it.period).values()].flatMap((cells) => {
        const reported = cells.find((it) => it.origin === "reported");
        const ours = cells.find((it) => it.origin === "computed" && it.value !== null);
        return reported && ours ? [{ period: reported.period, reported: reported.value, ours: ours.value }] : [];
      });
      expect(pairs.length).toBeGreaterThan(12);
      const differing = pairs.filter((it) => Math.abs((it.reported ?? 0) - (it.ours ?? 0)) > 0.05);
      expect(differing.length).toBeGreaterThan(0);

      const { period = "", ours = null, reported = null } = differing.at(-1) ?? {};
      const standing = await system.api.observations({ indicator, area: "VN", from: period, to: period });
      expect(standing.map((it) => ({ origin: it.origin, value: it.value }))).toEqual([
        { origin: "reported", value: reported },
      ]);

      const input = { indicator, area: "VN", breakdown: "", period };
      const why = await system.api.screen("explain.get", input, ExplainedNode);
      expect(why.value).toEqual({ kind: "number", value: reported });
      expect(why.beside).toMatchObject({ origin: "computed", value: { kind: "number", value: ours } });
      expect(why.beside?.reason.vi).toMatch(/\p{L}{3,}/u);
      expect(why.beside?.reason.en).toMatch(/\p{L}{3,}/u);
    });
  });
});
