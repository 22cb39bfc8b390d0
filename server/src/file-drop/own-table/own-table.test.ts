import type { ColumnMapping, ColumnRole, HeadingPlace } from "@bochiso/shared/entry";
import { describe, expect, it } from "vitest";
import { type DroppedFile, readFile } from "../read-file.ts";
import { aWorkbook, row } from "../testing/a-workbook.ts";

const CATALOGUE: DroppedFile["catalogue"] = {
  dimensions: new Map(),
  periodTypes: new Map([
    ["a.export", "month"],
    ["a.import", "month"],
  ]),
  percents: new Set(),
  units: new Map([
    ["a.export", { vi: "triệu USD", en: "million USD" }],
    ["a.import", { vi: "triệu USD", en: "million USD" }],
  ]),
  names: {
    indicators: new Map([
      ["kim ngạch xuất khẩu", "a.export"],
      ["kim ngạch nhập khẩu", "a.import"],
    ]),
    areas: new Map([
      ["hà nội", [{ code: "01", validFrom: null, validTo: null }]],
      ["huế", [{ code: "46", validFrom: null, validTo: null }]],
    ]),
  },
  choices: { indicators: [], areas: [{ code: "01", name: { vi: "Hà Nội", en: "Ha Noi" } }] },
};

const file = (bytes: Uint8Array, name: string, said: Partial<DroppedFile> = {}) =>
  readFile({
    feed: "f",
    name,
    bytes,
    catalogue: CATALOGUE,
    decimalMark: null,
    mapping: null,
    headingsAt: null,
    ...said,
  });

/** What is asked about a file, and the file read as the answer says. */
function asked(bytes: Uint8Array, name = "a.xlsx", headingsAt: HeadingPlace | null = null) {
  const first = file(bytes, name, { headingsAt });
  const question = first.columnQuestion;
  if (question === null) throw new Error("nothing was asked");
  const roles = question.columns.map(({ heading }, at) => [heading, question.suggested.columns[at]?.role] as const);
  const readAs = (change: Partial<ColumnMapping> = {}) =>
    file(bytes, name, { mapping: { ...question.suggested, ...change } });
  return { first, question, roles, readAs };
}

/** A monthly form as an office keeps it: a title, merged headings, numbered columns, a section, a sum and a footnote. */
const FORM = aWorkbook([
  {
    name: "Biểu 2",
    rows: [
      row(1, ["UBND THÀNH PHỐ HÀ NỘI", null, null, "Biểu số 2"]),
      row(2, ["XUẤT NHẬP KHẨU THÁNG 10 NĂM 2026"]),
      row(4, ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện", null, "So sánh (%)"]),
      row(5, [null, null, null, "Tháng 9", "Tháng 10", null]),
      row(6, ["A", "B", "C", 1, 2, "3=2/1"]),
      row(7, ["I", "THƯƠNG MẠI"]),
      row(8, [1, "Kim ngạch xuất khẩu", "triệu USD", 100.5, 110, 109.5]),
      row(9, [2, "Kim ngạch nhập khẩu", "triệu USD", 90, null, null]),
      row(10, [null, "Tổng số", "triệu USD", 190.5, 110, null]),
      row(12, ["Ghi chú: số sơ bộ"]),
    ].join(""),
    after:
      `<mergeCells><mergeCell ref="A2:F2"/><mergeCell ref="A4:A5"/><mergeCell ref="B4:B5"/><mergeCell ref="C4:C5"/>` +
      `<mergeCell ref="D4:E4"/><mergeCell ref="F4:F5"/></mergeCells>`,
  },
]);

describe("the table of an official whose headings are not understood", () => {
  it("is asked about with its headings joined and what seems likely, and nothing is read before", () => {
    const { first, question, roles } = asked(FORM);
    expect(roles).toEqual<(readonly [string, ColumnRole])[]>([
      ["TT", "ignored"],
      ["Chỉ tiêu", "indicator"],
      ["ĐVT", "unit"],
      ["Thực hiện / Tháng 9", "value"],
      ["Thực hiện / Tháng 10", "value"],
      ["So sánh (%)", "ignored"],
    ]);
    expect(question.suggested).toMatchObject({
      headings: { sheet: "Biểu 2", first: 4, last: 5 },
      across: "period",
      fixed: { indicator: "", area: "01", period: "THÁNG 10 NĂM 2026" },
    });
    expect(question.suggested.columns.map(({ of }) => of)).toEqual(["", "", "", "Tháng 9/2026", "Tháng 10/2026", ""]);
    expect(question.columns[3]?.samples[0]).toEqual({ text: "100.5", isNumber: true });
    expect(question.columns[1]).toMatchObject({
      letter: "B",
      samples: [
        { text: "THƯƠNG MẠI", isNumber: false },
        { text: "Kim ngạch xuất khẩu" },
        { text: "Kim ngạch nhập khẩu" },
      ],
    });
    expect([first.rows, first.findings]).toEqual([[], []]);
  });

  it("is read as the person agrees: a period a column, the place from the table; sections, sums and footnotes are told", () => {
    const reading = asked(FORM).readAs();
    expect(reading.rows.map(({ indicator, area, period, value }) => [indicator, area, period, value])).toEqual([
      ["a.export", "01", "2026-09", "100.5"],
      ["a.import", "01", "2026-09", "90"],
      ["Tổng số", "01", "2026-09", "190.5"],
      ["a.export", "01", "2026-10", "110"],
      ["Tổng số", "01", "2026-10", "110"],
    ]);
    expect(reading.places).toEqual(["D8", "D9", "D10", "E8", "E10"]);
    expect(reading.findings.map(({ code, place }) => `${code} ${place}`)).toEqual([
      "line-without-value A6",
      "line-without-value A7",
      "line-without-value A12",
      "names-read D8",
    ]);
    expect(reading.findings[1]?.text.vi).toBe("Dòng không có giá trị, không đọc: “I · THƯƠNG MẠI”.");
    expect(reading).toMatchObject({ layout: "own", errorCount: 0, sheets: [{ read: 5 }] });
  });

  it("is told once for each indicator whose unit stands there as another, in whatever column the figure is", () => {
    const text =
      "Chỉ tiêu;ĐVT;Tháng 1/2025;Tháng 2/2025\nKim ngạch xuất khẩu;tỷ USD;5,5;6\nKim ngạch nhập khẩu;Triệu USD;7;8\n";
    const { findings, rows } = asked(new TextEncoder().encode(text), "a.csv").readAs();
    expect([rows.length, findings.filter(({ code }) => code === "unit-differs").map(({ place }) => place)]).toEqual([
      4,
      ["C2"],
    ]);
    expect(findings[0]?.text.vi).toContain("“tỷ USD” – “triệu USD”");
  });

  it("tells each row whose unit is another: of a column said to hold units, else of a line above for all", () => {
    const lines = (head: string, unit: string) =>
      `${head}\nChỉ tiêu;Cột lạ;Tháng 1/2025;Tháng 2/2025\nKim ngạch xuất khẩu;${unit};5,5;6\nKim ngạch nhập khẩu;Triệu USD;7;8\n`;
    const told = (text: string, role: ColumnRole) => {
      const { question, readAs } = asked(new TextEncoder().encode(text), "a.csv");
      const columns = question.suggested.columns.map((it) => (it.column === 1 ? { ...it, role } : it));
      return readAs({ columns }).otherUnits.map(({ row, written, unit }) => [row, written, unit.vi]);
    };
    const tables = {
      told: lines("Đơn vị tính: Nghìn USD;;;", "-nt-"),
      office: lines("Đơn vị: Sở Công Thương;;;", "tỷ USD"),
    };
    expect(told(tables.told, "unit")).toEqual([
      [0, "Nghìn USD", "triệu USD"],
      [2, "Nghìn USD", "triệu USD"],
    ]);
    expect(told(tables.told, "ignored")).toHaveLength(4);
    expect(told(tables.office, "unit").map(([row]) => row)).toEqual([0, 2]);
    expect(told(tables.office, "ignored")).toEqual([]);
  });

  it("has the statuses that its headings tell, else those of its title or last lines; a line's own goes first", () => {
    const read = (text: string) => {
      const { question, readAs } = asked(new TextEncoder().encode(text), "a.csv");
      const { rows, findings } = readAs();
      return [
        question.suggested.columns.map(({ status }) => status),
        rows.map(({ status }) => status),
        findings.map(({ code }) => code),
      ];
    };
    const lines = "Kim ngạch xuất khẩu;5,5;6\nKim ngạch nhập khẩu;7;\n";
    expect(read(`Chỉ tiêu;Thực hiện tháng 1/2025;Ước tháng 2/2025\n${lines}`).slice(0, 2)).toEqual([
      [undefined, undefined, "E"],
      [undefined, undefined, "E"],
    ]);
    expect(read(`Chỉ tiêu;Tháng 1/2025;Tháng 2/2025\n${lines}(*) Số liệu sơ bộ;;\n`)[1]).toEqual(["P", "P", "P"]);
    const noted = "Chỉ tiêu;Sơ bộ tháng 1/2025;Ghi chú\nKim ngạch xuất khẩu;5,5;Ước\nKim ngạch nhập khẩu;7;thiếu tàu\n";
    expect(read(noted)).toEqual([
      [undefined, "P", undefined],
      ["E", "P"],
      ["names-read", "status-in-note"],
    ]);
  });

  it("may have areas in its columns, one indicator and one period for all", () => {
    const text = "Xuất khẩu tháng 8/2026;;\nNgành;Hà Nội;Huế\nKim ngạch xuất khẩu;1,5;2,5\n";
    const { question, readAs } = asked(new TextEncoder().encode(text), "a.csv");
    expect(question.suggested).toMatchObject({ across: "area", fixed: { period: "tháng 8/2026" } });
    expect(readAs().rows).toEqual([
      { indicator: "a.export", area: "01", period: "2026-08", value: "1.5" },
      { indicator: "a.export", area: "46", period: "2026-08", value: "2.5" },
    ]);
    const provinces = "Tỉnh, thành phố;Kết quả\nHà Nội;3\nHuế;4\nCả hai;7\n";
    const second = asked(new TextEncoder().encode(provinces), "a.csv");
    expect(second.question.suggested.fixed).toEqual({ indicator: "", area: "01", period: "" });
    const said = second.readAs({ fixed: { indicator: "a.import", area: "01", period: "10/2026" } });
    expect(said.rows.map(({ indicator, area, value }) => [indicator, area, value])).toEqual([
      ["a.import", "01", "3"],
      ["a.import", "46", "4"],
      ["a.import", "Cả hai", "7"],
    ]);
  });

  it("without merged cells has its upper heading over the columns that it parts", () => {
    const text = "TT;Chỉ tiêu;Năm 2026;;Ghi chú\n;;Quý I;Quý II;\n1;Kim ngạch xuất khẩu;5;6;sơ bộ\n";
    const { roles, question } = asked(new TextEncoder().encode(text), "a.csv");
    expect(roles).toEqual([
      ["TT", "ignored"],
      ["Chỉ tiêu", "indicator"],
      ["Năm 2026 / Quý I", "value"],
      ["Năm 2026 / Quý II", "value"],
      ["Ghi chú", "note"],
    ]);
    expect(question.suggested.columns.map(({ of }) => of).filter(Boolean)).toEqual(["Quý I/2026", "Quý II/2026"]);
  });

  it("is asked about at other lines where the person says so, and read nowhere before everything is said", () => {
    const { question, readAs } = asked(FORM, "a.xlsx", { sheet: "Biểu 2", first: 5, last: 5 });
    expect(question.columns.map(({ heading }) => heading)).toEqual([
      "TT",
      "Chỉ tiêu",
      "ĐVT",
      "Tháng 9",
      "Tháng 10",
      "So sánh (%)",
    ]);
    const open = readAs({ fixed: { indicator: "", area: "", period: "" } });
    expect([open.rows, open.columnQuestion?.suggested.fixed.area]).toEqual([[], ""]);
    expect(
      file(FORM, "a.xlsx", { headingsAt: { sheet: "Khác", first: 1, last: 1 } }).columnQuestion?.suggested,
    ).toMatchObject({
      headings: { sheet: "Biểu 2", first: 4 },
    });
  });

  it("is one sheet of a file: the others are named, years in headings are no figures, marks are asked once", () => {
    const bytes = aWorkbook([
      { name: "Bìa", rows: row(1, ["Trang bìa"]) },
      {
        name: "Năm",
        rows:
          row(1, ["Chỉ tiêu", 2024, 2025]) +
          row(2, ["Kim ngạch xuất khẩu", "1.234", "2.345"]) +
          row(3, ["Kim ngạch nhập khẩu", "", "x"]),
      },
    ]);
    const { question, readAs } = asked(bytes);
    expect(question).toMatchObject({
      sheets: ["Bìa", "Năm"],
      suggested: { headings: { sheet: "Năm", first: 1, last: 1 } },
    });
    expect(question.suggested.columns.map(({ of }) => of)).toEqual(["", "2024", "2025"]);
    const reading = readAs();
    expect(reading.markQuestion).toMatchObject({ count: 2, example: "1.234" });
    expect(reading.findings.map(({ code, place }) => `${code} ${place}`)).toEqual([
      "number-ambiguous Năm!B2",
      "number-ambiguous Năm!C2",
      "number-malformed Năm!C3",
      "sheet-not-chosen Bìa",
      "names-read Năm!B2",
    ]);
  });

  it("is not asked about where there is no figure or no table", () => {
    for (const text of ["một dòng chữ\n", "a;b\nc;d\n", ""])
      expect(file(new TextEncoder().encode(text), "a.csv")).toMatchObject({ columnQuestion: null, rows: [] });
  });
});
