import type { EntryCell, EntryEffect, EntryGridModel, FileReading } from "@bochiso/shared/entry";
import type { PeriodLabel } from "@bochiso/shared/screen";
import type { EntrySource } from "../lib/source/entry-source.ts";

const RECEIPT = {
  id: "01TEST",
  feed: "mof.customs",
  sequence: null,
  idempotencyKey: "entry-1",
  receivedAt: "2026-11-22T05:00:00.000Z",
  commitSeq: 7,
  contentSha256: "0".repeat(64),
  rowsRoot: "0".repeat(64),
  counts: { received: 1, created: 1, revised: 0, unchanged: 0, retracted: 0, rejected: 0 },
  seal: null,
};

function month(id: string): PeriodLabel {
  const [year = "", number = ""] = id.split("-");
  const label = { vi: `Tháng ${number}/${year}`, en: `${number}/${year}` };
  return { id: id as PeriodLabel["id"], type: "month", label, short: label };
}

/** A cell of customs in the country as a whole. */
export function anEntryCell(indicator: string, vi: string, change: Partial<EntryCell> = {}): EntryCell {
  return {
    key: `${indicator}|VN|`,
    indicator,
    indicatorName: { vi, en: vi },
    area: "VN",
    areaName: { vi: "Cả nước", en: "Viet Nam" },
    breakdown: {},
    breakdownLabel: null,
    unit: { name: { vi: "triệu USD", en: "million USD" }, isPercent: false, shown: null },
    limits: { min: null, max: null, minExclusive: false },
    isCount: false,
    dueAt: null,
    state: "not-yet-due",
    current: null,
    previous: { value: "40100.5", status: "A", note: null },
    yearAgo: null,
    lock: null,
    ...change,
  };
}

/** The grid of customs in October 2026, with two values to enter. */
export function anEntryGrid(change: Partial<EntryGridModel> = {}): EntryGridModel {
  const cells = [
    anEntryCell("trade.export.value", "Xuất khẩu hàng hóa"),
    anEntryCell("trade.import.value", "Nhập khẩu hàng hóa"),
  ];
  return {
    feed: "mof.customs",
    feedName: { vi: "Cục Hải quan", en: "Customs" },
    agencyName: { vi: "Cục Hải quan", en: "Customs" },
    simulated: false,
    accepts: true,
    needsSignOff: false,
    period: month("2026-10"),
    previous: month("2026-09"),
    yearAgo: month("2025-10"),
    choices: [{ type: "month", periods: ["2026-10", "2026-09"].map((id) => ({ ...month(id), missing: 0 })) }],
    cells,
    cellCount: cells.length,
    ...change,
  };
}

/** Every row is new and changes nothing else. */
export function anEffect(rows: number, change: Partial<EntryEffect> = {}): EntryEffect {
  return {
    counts: { received: rows, created: rows, revised: 0, unchanged: 0, retracted: 0, rejected: 0 },
    outcomes: new Array<"created">(rows).fill("created"),
    changes: [],
    derivedCount: 0,
    derived: [],
    flags: [],
    flagCount: 0,
    errors: [],
    errorCount: 0,
    faulty: [],
    ...change,
  };
}

/** A CSV file in which nothing was found. */
export function aReading(change: Partial<FileReading> = {}): FileReading {
  return {
    name: "so-lieu.csv",
    format: "csv",
    layout: null,
    template: null,
    sheets: [],
    rows: [],
    places: [],
    otherUnits: [],
    findings: [],
    findingCount: 0,
    errorCount: 0,
    markQuestion: null,
    columnQuestion: null,
    ...change,
  };
}

/** Entry by hand and files, made of fixtures. */
export function fixtureEntry(patch: Partial<EntrySource> = {}): EntrySource {
  return {
    grid: () => Promise.resolve(anEntryGrid()),
    template: () => Promise.resolve({ fileName: "mau.xlsx", content: "" }),
    readFile: ({ name }) => Promise.resolve(aReading({ name })),
    check: ({ rows }) => Promise.resolve(anEffect(rows.length)),
    save: () =>
      Promise.resolve({
        kind: "stored",
        receipt: RECEIPT,
        replayed: false,
        approval: null,
        errors: [],
        errorCount: 0,
        warnings: [],
      }),
    ...patch,
  };
}
