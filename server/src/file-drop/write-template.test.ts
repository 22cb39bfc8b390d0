import { periodLabel } from "@bochiso/shared/card";
import type { EntryCell, EntryGridModel } from "@bochiso/shared/entry";
import { periodFromId } from "@bochiso/shared/period";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readFile } from "./read-file.ts";
import { writeTemplate } from "./write-template.ts";
import { readWorkbook } from "./xlsx/read-workbook.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const NOW = "2026-11-22T05:00:00.000Z";

function aCell(indicator: string, change: Partial<EntryCell> = {}): EntryCell {
  return {
    key: indicator,
    indicator,
    indicatorName: { vi: "Giá trị <A> & B", en: "A" },
    area: "01",
    areaName: { vi: "Hà Nội", en: "Ha Noi" },
    breakdown: {},
    breakdownLabel: null,
    unit: { name: { vi: "tỷ đồng", en: "billion dong" }, isPercent: false, shown: null },
    limits: { min: null, max: null, minExclusive: false },
    isCount: false,
    dueAt: null,
    state: "missing",
    current: null,
    previous: { value: "12.5", status: "A", note: null },
    yearAgo: null,
    lock: null,
    ...change,
  };
}

const grid: EntryGridModel = {
  feed: "prov.01",
  feedName: { vi: "=Hà Nội", en: "Ha Noi" },
  agencyName: { vi: "Hà Nội", en: "Ha Noi" },
  simulated: false,
  accepts: true,
  needsSignOff: false,
  period: periodLabel(periodFromId("2026-10", "month")),
  previous: null,
  yearAgo: null,
  choices: [],
  cells: [aCell("a.one"), aCell("a.two", { breakdown: { b: "y", a: "x" } }), aCell("a.three")],
  cellCount: 3,
};

/** The template as a person leaves it: cells of the sheet replaced, by address. */
function filled(cells: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(writeTemplate(grid, NOW));
  let xml = strFromU8(parts[SHEET] ?? new Uint8Array());
  for (const [address, content] of Object.entries(cells))
    xml = xml.replace(
      new RegExp(`<c r="${address}" s="(\\d)"/>`),
      (_, style) => `<c r="${address}" s="${style}" ${content}</c>`,
    );
  return zipSync({ ...parts, [SHEET]: strToU8(xml) });
}

const read = (bytes: Uint8Array, feed = "prov.01") =>
  readFile({
    feed,
    name: "mau.xlsx",
    bytes,
    catalogue: {
      dimensions: new Map(),
      periodTypes: new Map(),
      percents: new Set(),
      units: new Map(),
      names: { indicators: new Map(), areas: new Map() },
      choices: { indicators: [], areas: [] },
    },
    decimalMark: null,
    mapping: null,
    headingsAt: null,
  });

describe("the template", () => {
  it("comes back with what was filled in, whole codes and breakdowns, and nothing else", () => {
    const reading = read(
      filled({
        L5: "><v>1234.5</v>",
        L6: "><v>7</v>",
        M6: `t="str"><v>P</v>`,
        M7: `t="str"><v>O</v>`,
        N7: `t="str"><v>chưa có</v>`,
      }),
    );
    expect(reading).toMatchObject({
      layout: "template",
      findings: [],
      template: { feed: "prov.01", period: "2026-10" },
    });
    expect(reading.rows).toEqual([
      { indicator: "a.one", area: "01", period: "2026-10", value: "1234.5" },
      { indicator: "a.two", area: "01", period: "2026-10", value: "7", breakdown: { a: "x", b: "y" }, status: "P" },
      { indicator: "a.three", area: "01", period: "2026-10", value: null, status: "O", note: "chưa có" },
    ]);
    expect(reading.places).toEqual(["L5", "L6", "L7"]);
  });

  it("holds names as text alone: nothing in it runs, and nothing breaks the document", () => {
    const [sheet] = readWorkbook(writeTemplate(grid, NOW));
    expect(sheet?.rows.get(0)?.get(0)?.text).toBe("'=Hà Nội · Tháng 10/2026");
    expect(sheet?.rows.get(4)?.get(1)?.text).toBe("Giá trị <A> & B");
    expect([...(sheet?.rows.values() ?? [])].some((cells) => [...cells.values()].some(({ formula }) => formula))).toBe(
      false,
    );
  });

  it("is locked but for what is to be filled in, and the same each time", () => {
    const xml = strFromU8(unzipSync(writeTemplate(grid, NOW))[SHEET] ?? new Uint8Array());
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).toMatch(/sqref="M5:M7"><formula1>"A – chính thức,P – sơ bộ,/);
    expect(writeTemplate(grid, NOW)).toEqual(writeTemplate(grid, NOW));
  });
});
