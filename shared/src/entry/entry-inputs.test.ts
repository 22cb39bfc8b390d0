import { describe, expect, it } from "vitest";
import { ColumnMapping, MOST_MAPPED_COLUMNS, mappingProblems, TABLE_KEYS } from "./column-mapping.ts";
import {
  EntryCheckInput,
  EntryGridInput,
  EntrySaveInput,
  FileReadInput,
  MOST_ENTRY_ROWS,
  MOST_FILE_BYTES,
} from "./entry-inputs.ts";

const ROW = { indicator: "a.b", area: "01", period: "2026-10", value: "12.5" };
const SAVE = {
  feed: "prov.01",
  rows: [ROW],
  key: "9f8e7d6c-1",
  way: "entry",
  document: null,
  leaveOutFaulty: false,
  by: { name: "Lê Thị Mai", position: "Chuyên viên" },
};

describe("rows entered by hand", () => {
  it("pass as they are: exact texts, absences and retractions", () => {
    const rows = [
      ROW,
      { ...ROW, value: null, status: "L" },
      { ...ROW, value: null, retract: true, note: "gửi nhầm" },
      { ...ROW, breakdown: { ownership: "FDI" }, window: { start: "2026-01-01", end: "2026-10-15" }, baseYear: "2020" },
    ];
    expect(EntrySaveInput.parse({ ...SAVE, rows }).rows).toEqual(rows);
  });

  it("hold figures as texts only: a number would have lost digits already", () => {
    expect(EntryCheckInput.safeParse({ feed: "f", rows: [{ ...ROW, value: 12.5 }] }).success).toBe(false);
    expect(EntryCheckInput.safeParse({ feed: "f", rows: [{ ...ROW, value: undefined }] }).success).toBe(false);
  });

  it("come from one to as many as one entry may hold", () => {
    const isTaken = (count: number) =>
      EntryCheckInput.safeParse({ feed: "f", rows: Array.from({ length: count }, () => ROW) }).success;
    expect([0, 1, MOST_ENTRY_ROWS, MOST_ENTRY_ROWS + 1].map(isTaken)).toEqual([false, true, true, false]);
  });

  it("are saved under a key of the form, by a named person", () => {
    for (const odd of [
      { key: "ngắn" },
      { key: "1234567" },
      { key: "a b c d e f" },
      { by: null },
      { way: "api" },
      { leaveOutFaulty: undefined },
    ])
      expect(EntrySaveInput.safeParse({ ...SAVE, ...odd }).success).toBe(false);
    expect(EntrySaveInput.parse({ ...SAVE, document: "  Công văn 12/CTK  " }).document).toBe("Công văn 12/CTK");
  });

  it("are asked for by a period, or by none for the newest that is due", () => {
    expect(EntryGridInput.parse({ feed: "f", period: null })).toEqual({ feed: "f", period: null });
    expect(EntryGridInput.safeParse({ feed: "f", period: "" }).success).toBe(false);
  });
});

describe("a file dropped", () => {
  const read = (change: object) =>
    FileReadInput.safeParse({ feed: "f", name: "Biểu 01.xlsx", content: "UEsDBA==", ...change }).success;

  it.each<[string, object, boolean]>([
    ["as it is", {}, true],
    ["with its decimal mark named", { decimalMark: "," }, true],
    ["with a third decimal mark", { decimalMark: "'" }, false],
    ["in no base64", { content: "không" }, false],
    ["in the base64 of addresses", { content: "_-_-" }, false],
    ["without a name", { name: "" }, false],
    ["with headings upside down", { headingsAt: { sheet: "", first: 3, last: 2 } }, false],
  ])("%s: %s", (_, change, taken) => {
    expect(read(change)).toBe(taken);
  });

  it("is at most ten megabytes, counted before base64", () => {
    const letters = Math.ceil(MOST_FILE_BYTES / 3) * 4;
    expect([read({ content: "A".repeat(letters) }), read({ content: "A".repeat(letters + 4) })]).toEqual([true, false]);
  });
});

describe("a mapping of columns", () => {
  const column = (at: number, role: string) => ({ column: at, role, of: "" });
  const MAPPING = {
    headings: { sheet: "", first: 1, last: 1 },
    columns: [column(0, "value")],
    across: null,
    fixed: { indicator: "a.b", area: "01", period: "2026" },
  };

  it("needs of each key one way: a column, the headings, or one text for all", () => {
    for (const key of TABLE_KEYS) {
      const without = { ...MAPPING, fixed: { ...MAPPING.fixed, [key]: " " } };
      expect(mappingProblems(ColumnMapping.parse(without))).toEqual([{ kind: "missing", key }]);
      const byColumn = { ...without, columns: [...MAPPING.columns, column(1, key)] };
      expect(mappingProblems(ColumnMapping.parse(byColumn))).toEqual([]);
    }
    expect(mappingProblems(ColumnMapping.parse(MAPPING))).toEqual([]);
  });

  it.each(["2026-10", "Tháng 10/2026", "quý III năm 2026", "Năm 2025", "6 tháng đầu năm 2026"])(
    "takes %s for a period of all",
    (period) => {
      expect(mappingProblems(ColumnMapping.parse({ ...MAPPING, fixed: { ...MAPPING.fixed, period } }))).toEqual([]);
    },
  );

  it.each(["tháng trước", "10", "2026-13", "quý V năm 2026"])("takes %s for none", (period) => {
    expect(mappingProblems(ColumnMapping.parse({ ...MAPPING, fixed: { ...MAPPING.fixed, period } }))).toEqual([
      { kind: "period" },
    ]);
  });

  it("asks about so many columns and no more", () => {
    const isTaken = (count: number) =>
      ColumnMapping.safeParse({ ...MAPPING, columns: Array.from({ length: count }, (_, at) => column(at, "ignored")) })
        .success;
    expect([MOST_MAPPED_COLUMNS, MOST_MAPPED_COLUMNS + 1].map(isTaken)).toEqual([true, false]);
    expect(ColumnMapping.safeParse({ ...MAPPING, columns: [column(0, "colour")] }).success).toBe(false);
  });
});
