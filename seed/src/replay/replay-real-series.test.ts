import { breakdownKey } from "@bochiso/shared/breakdown";
import { STATUS_RANK } from "@bochiso/shared/observation";
import type { SubmittedObservation } from "@bochiso/shared/submission";
import { describe, expect, it } from "vitest";
import { indexOwners, loadAgencies, loadAreas, loadCatalogue, loadDimensions, loadFeeds } from "../catalogue/index.ts";
import { defaultDataDir, readDataText } from "../files/index.ts";
import { interpretDocument, readPath } from "./interpret-document.ts";
import { interpretTable } from "./interpret-table.ts";
import { loadMapping } from "./mapping.ts";
import { parseCsv } from "./parse-csv.ts";
import { readRealSeries, replayRealSeries } from "./replay-real-series.ts";

const loadedAt = "2026-11-22T01:00:00.000Z";
const mapping = loadMapping(defaultDataDir());
const { batches, omissions } = readRealSeries({ loadedAt });
const observations = batches.flatMap((it) => it.submission.observations);

const cellOf = (it: SubmittedObservation): string =>
  [it.indicator, it.area, it.period, breakdownKey(it.breakdown ?? {})].join("|");
const history = new Map<string, SubmittedObservation[]>();
for (const it of observations) history.set(cellOf(it), [...(history.get(cellOf(it)) ?? []), it]);
const values = (indicator: string, area: string, period: string, key = ""): unknown[] =>
  (history.get([indicator, area, period, key].join("|")) ?? []).map((it) => [it.value, it.status]);

function tally<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

describe("counts", () => {
  it.each(mapping.files.map((it) => [it.file, it] as const))("%s yields the expected rows", (file, entry) => {
    const text = readDataText(defaultDataDir(), `real/${file}`);
    const read = entry.format === "json" ? interpretDocument(entry, text) : interpretTable(entry, text);
    expect(tally(read.values, (it) => it.observation.indicator)).toEqual(entry.expectedRows);
  });

  it("sends 47,309 records into 44,450 cells, as many per indicator as expected", () => {
    expect(observations).toHaveLength(mapping.expectedRows.records);
    expect(history.size).toBe(mapping.expectedRows.cells);
    const records = tally(observations, (it) => it.indicator);
    const cells = tally([...history.keys()], (it) => it.split("|", 1)[0] ?? "");
    const expected = Object.entries(mapping.expectedRows.byIndicator);
    expect(records).toEqual(Object.fromEntries(expected.map(([code, it]) => [code, it.records])));
    expect(cells).toEqual(Object.fromEntries(expected.map(([code, it]) => [code, it.cells])));
  });

  it("accounts for every printed cell of the value columns: loaded or listed with a reason", () => {
    for (const entry of mapping.files) {
      if (entry.format === "json") continue;
      const table = parseCsv(readDataText(defaultDataDir(), `real/${entry.file}`));
      const valueColumns = new Set(entry.columns.map((it) => it.column));
      const printed = table.rows.flatMap((row) =>
        [...valueColumns].filter((column) => row.cells[column] !== ""),
      ).length;
      const loaded = Object.values(entry.expectedRows).reduce((sum, it) => sum + it, 0);
      const left = omissions.filter(
        (it) => it.file === entry.file && it.column !== null && valueColumns.has(it.column),
      );
      expect(loaded + left.reduce((sum, it) => sum + it.cells, 0), entry.file).toBe(printed);
    }
  });

  it("leaves nothing out without a reason of the mapping", () => {
    expect(omissions.filter((it) => it.reason === "" || it.reason === "the mapping has no rule for it")).toEqual([]);
  });
});

describe("values", () => {
  it("are exact decimals of the published text", () => {
    expect(values("macro.cpi.avg_ytd", "VN", "2025-02")).toEqual([["3.2707", "A"]]);
    expect(values("prov.grdp.growth", "vn63:26", "2023-Q1")).toEqual([["-2.47", "E"]]);
    expect(observations.filter((it) => !/^-?\d+(\.\d+)?$/.test(String(it.value)))).toEqual([]);
  });

  it("carry the base year of index values", () => {
    const bases = observations
      .filter((it) => it.indicator === "macro.cpi.index")
      .map((it) => `${it.baseYear} ${it.period < "2020-08"}`);
    expect(new Set(bases)).toEqual(new Set(["2014 true", "2019 false"]));
    expect(observations.filter((it) => it.baseYear !== undefined && it.indicator !== "macro.cpi.index")).toEqual([]);
  });

  it("give September 2020 only from the tables of October", () => {
    expect(values("macro.iip.index", "VN", "2020-09")).toEqual([["104.7805", "P"]]);
  });

  it("take September 2024 of visitors from October and leave the shifted rows out", () => {
    expect(values("tour.intl", "VN", "2024-09")).toEqual([["1274804", "P"]]);
    expect(values("tour.intl", "VN", "2024-08")).toEqual([["1433000", "E"]]);
    const rows = omissions.filter((it) => it.file.includes("visitors")).flatMap((it) => it.rows);
    expect(new Set(rows)).toEqual(new Set([222, 223, 224, 225]));
  });

  it("load the first of two quarterly tables under monthly headings", () => {
    expect(values("macro.retail.value", "VN", "2021-09")[0]).toEqual(["308801.9367", "E"]);
    expect(values("macro.retail.month_yoy", "VN", "2024-10")).toEqual([]);
    expect(values("macro.retail.value", "VN", "2024-10")[0]).toEqual(["545729.5865", "E"]);
  });

  it("keep a province's investment as capital managed by the province, and the ministries under their names of the time", () => {
    expect(values("pi.executed", "VN", "2020-01", "budgetHolder=mot")).toEqual([["516.54", "E"]]);
    const provincial = observations.filter((it) => it.indicator === "pi.executed" && it.area !== "VN");
    expect(new Set(provincial.map((it) => breakdownKey(it.breakdown ?? {})))).toEqual(new Set(["budgetHolder=local"]));
    const levels = observations.filter((it) => it.breakdown?.budgetLevel !== undefined);
    expect(new Set(levels.map((it) => it.breakdown?.budgetHolder))).toEqual(new Set(["local"]));
  });

  it("load Hà Tây as a former unit until 2007-12", () => {
    const rows = observations.filter((it) => it.area === "vn63:HT");
    expect(rows).toHaveLength(166);
    expect(
      rows
        .map((it) => it.period)
        .toSorted()
        .at(-1),
    ).toBe("2007-12");
  });

  it("mark only the partial month of the portal as provisional", () => {
    expect(values("psq.total", "VN", "2026-08")).toEqual([["54.67", "A"]]);
    expect(values("psq.total", "VN", "2026-09")).toEqual([["45.56", "P"]]);
    expect(values("psq.annual.digitisation", "VN", "2026")).toEqual([["8.6", "P"]]);
  });
});

describe("batches", () => {
  it("come in order of publication, one per document and feed", () => {
    const times = batches.map((it) => it.recordedAt);
    expect(times).toEqual(times.toSorted());
    expect(new Set(batches.map((it) => it.idempotencyKey)).size).toBe(batches.length);
    expect(batches.every((it) => it.idempotencyKey.length <= 255)).toBe(true);
    expect(batches[0]).toMatchObject({
      recordedAt: "2020-01-28T17:00:00.000Z",
      submission: {
        source: { publisher: "mof.nso", document: "Biểu số liệu tháng 01/2020 (2020-01-29-02-Bieu-01-2020.xlsx)" },
      },
    });
    expect(batches.find((it) => it.feed === "oog")?.submission.source?.document).toBe(
      "Kết quả đánh giá theo Quyết định 766/QĐ-TTg, xem ngày 17/09/2026",
    );
  });

  it("name publishers that the agencies know", () => {
    const agencies = new Set(loadAgencies().map((it) => it.code));
    for (const it of batches) expect(agencies).toContain(it.submission.source?.publisher);
  });

  it("hold only cells that their feed owns, and no cell twice", () => {
    const ownerOf = indexOwners(loadFeeds());
    for (const { feed, submission } of batches) {
      expect(submission.feed).toBe(feed);
      expect(submission.observations.filter((it) => ownerOf(it.indicator, it.area) !== feed)).toEqual([]);
      expect(new Set(submission.observations.map(cellOf)).size).toBe(submission.observations.length);
    }
  });

  it("send the revision of the month before ahead of the month's own estimate", () => {
    const iip =
      batches
        .find((it) => it.feed === "mof.nso" && it.recordedAt.startsWith("2024-12-2"))
        ?.submission.observations.filter((it) => it.indicator === "macro.iip.index")
        .map((it) => it.period) ?? [];
    expect(iip).toEqual(iip.toSorted());
    expect(new Set(iip).size).toBe(2);
  });

  it("never take a status back and never change an official value, so that ingestion accepts every row", () => {
    for (const [cell, [first, second, ...more]] of history) {
      expect(more, cell).toEqual([]);
      if (second === undefined) continue;
      expect([first?.status, second.status], cell).toEqual(["E", "P"]);
      expect(STATUS_RANK[second.status ?? "A"]).toBeGreaterThan(STATUS_RANK[first?.status ?? "A"] ?? 0);
    }
  });

  it("use only areas valid at the period, known codes, and reported values where the definition takes them", () => {
    const areas = new Map(loadAreas().map((it) => [it.code as string, it]));
    const definitions = new Map(loadCatalogue().map((it) => [it.code as string, it]));
    const codes = new Map(loadDimensions().map((it) => [it.id, new Set(it.codes.map((code) => code.code))]));
    for (const it of observations) {
      const definition = definitions.get(it.indicator);
      if (definition?.formula) expect(definition.acceptsReported, it.indicator).toBe(true);
      const area = areas.get(it.area);
      expect(area, it.area).toBeDefined();
      if (area?.validTo) expect(it.period.slice(0, 7) <= area.validTo.slice(0, 7)).toBe(true);
      for (const [dimension, code] of Object.entries(it.breakdown ?? {})) {
        expect(
          definition?.breakdowns.some((one) => one.dimension === dimension),
          `${it.indicator} ${dimension}`,
        ).toBe(true);
        expect(codes.get(dimension)?.has(code), `${dimension}=${code}`).toBe(true);
      }
      const { min, max, minExclusive } = definition?.limits ?? { min: null, max: null, minExclusive: false };
      const value = Number(it.value);
      expect(min === null || (minExclusive ? value > min : value >= min), `${it.indicator} ${value}`).toBe(true);
      expect(max === null || value <= max, `${it.indicator} ${value}`).toBe(true);
    }
  }, 30_000);
});

describe("replayRealSeries", () => {
  it("tells every omission before the first batch, and repeats itself exactly", async () => {
    const heard: unknown[] = [];
    const again: unknown[] = [];
    for await (const batch of replayRealSeries({ loadedAt, onOmission: (it) => heard.push(it) })) {
      if (again.length === 0) expect(heard).toEqual(omissions);
      again.push(batch);
    }
    expect(again).toEqual(batches);
  });
});

describe("readPath", () => {
  it("reads names, keys of keyed lists and positions", () => {
    const document = { a: { b: 1 }, radar: [["X", 2, 3]] };
    expect(readPath(document, "a.b")).toBe(1);
    expect(readPath(document, "radar[X][2]")).toBe(3);
    expect(() => readPath(document, "radar[Y][2]")).toThrow();
    expect(() => readPath(document, "a.c")).toThrow("nothing at a.c");
  });
});
