import { gzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type DroppedFile, readFile } from "./read-file.ts";
import { aWorkbook, HEADER, row, type TestSheet } from "./testing/a-workbook.ts";
import { inflateWithin } from "./xlsx/inflate-within.ts";

const CATALOGUE: DroppedFile["catalogue"] = {
  dimensions: new Map([["ownership", "ownership"]]),
  periodTypes: new Map([
    ["a.money", "month"],
    ["a.rate", "month"],
    ["a.daily", "day"],
  ]),
  percents: new Set(["a.rate"]),
  units: new Map([["a.money", { vi: "triệu USD", en: "million USD" }]]),
  names: {
    indicators: new Map([
      ["doanh thu", "a.money"],
      ["hai chỉ số", null],
    ]),
    areas: new Map([
      ["cả nước", [{ code: "VN", validFrom: null, validTo: null }]],
      [
        "hà giang",
        [
          { code: "vn63:02", validFrom: null, validTo: "2025-06-30" },
          { code: "99", validFrom: "2025-07-01", validTo: null },
        ],
      ],
    ]),
  },
  choices: { indicators: [], areas: [] },
};

const read = (bytes: Uint8Array, name = "a.xlsx", decimalMark: DroppedFile["decimalMark"] = null) =>
  readFile({ feed: "f", name, bytes, catalogue: CATALOGUE, decimalMark, mapping: null, headingsAt: null });
const sheet = (rows: readonly string[], more: Partial<TestSheet> = {}) =>
  read(aWorkbook([{ name: "Biểu 1", rows: [row(1, HEADER), ...rows].join(""), ...more }]));
const csv = (text: string) => read(new TextEncoder().encode(text), "a.csv");
const codes = ({ findings }: ReturnType<typeof read>) => findings.map(({ code, place }) => `${code} ${place}`);

describe("an awkward spreadsheet", () => {
  it("is read below titles and logos, wherever its header stands", () => {
    const reading = read(
      aWorkbook([
        {
          name: "s",
          rows: [
            row(1, ["BÁO CÁO THÁNG 10"]),
            row(3, [null, "Mã chỉ số", "MÃ ĐỊA BÀN", "Kỳ", "Giá trị (tỷ đồng)", "Ghi chú"]),
            row(4, [1, "a.money", "VN", "2026-10", 1234.5, "theo báo cáo"]),
          ].join(""),
        },
      ]),
    );
    expect([reading.rows, reading.places, reading.findings]).toEqual([
      [{ indicator: "a.money", area: "VN", period: "2026-10", value: "1234.5", note: "theo báo cáo" }],
      ["E4"],
      [],
    ]);
  });

  it("gives numbers with the digits that Excel shows, not with traces of binary arithmetic", () => {
    const raw = (text: string) => `<c><v>${text}</v></c>`;
    const values = ["0.30000000000000004", "1.2345000000000001E3", "1E-7", "-4.2", "1E+16", "0"];
    const { rows } = sheet(values.map((text, at) => row(at + 2, ["a.money", "VN", `2026-0${at + 1}`, raw(text)])));
    expect(rows.map(({ value }) => value)).toEqual(["0.3", "1234.5", "0.0000001", "-4.2", "10000000000000000", "0"]);
  });

  it("takes percent cells as the person sees them, and refuses them where the unit is another", () => {
    const reading = sheet([
      row(2, ["a.rate", "VN", "2026-10", `<c s="1"><v>0.083</v></c>`]),
      row(3, ["a.rate", "VN", "2026-09", `<c s="3"><v>0.0725</v></c>`]),
      row(4, ["a.money", "VN", "2026-10", `<c s="1"><v>0.5</v></c>`]),
      row(5, ["a.money", "VN", "2026-09", `<c s="5"><v>12.5</v></c>`]),
    ]);
    expect(reading.rows.map(({ value }) => value)).toEqual(["8.3", "7.25", "12.5"]);
    expect(codes(reading)).toEqual(["percent-elsewhere D4", "percent-cell D2"]);
  });

  it("turns a date in the period column into the period that holds it, and refuses one as a value", () => {
    const reading = sheet([
      row(2, ["a.money", "VN", `<c s="2"><v>46327</v></c>`, 5]),
      row(3, ["a.daily", "VN", `<c s="4"><v>46327</v></c>`, 6]),
      row(4, ["a.money", "VN", "2026-09", `<c s="2"><v>46327</v></c>`]),
    ]);
    expect(reading.rows.map(({ period }) => period)).toEqual(["2026-11", "2026-11-01"]);
    expect(codes(reading)).toEqual(["date-as-value D4", "date-as-period C2"]);
  });

  it("reads results of formulas, and names formulas without one and error cells", () => {
    const reading = sheet([
      row(2, ["a.money", "VN", "2026-10", `<c><f>SUM(A1:A9)</f><v>77</v></c>`]),
      row(3, ["a.money", "VN", "2026-09", `<c><f>B2*2</f></c>`]),
      row(4, ["a.money", "VN", "2026-08", `<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`]),
      row(5, ["a.money", "VN", "2026-07", `<c t="b"><v>1</v></c>`]),
    ]);
    expect(reading.rows.map(({ value }) => value)).toEqual(["77"]);
    expect(codes(reading)).toEqual(["formula-without-result D3", "error-cell D4", "boolean-cell D5", "formula D2"]);
    expect(reading.findings[1]?.text.vi).toContain("#DIV/0!");
  });

  it("takes merged codes downwards, refuses merged values, and tells a merged header", () => {
    const reading = sheet(
      [
        row(2, ["a.money", "VN", "2026-10", 1]),
        row(3, [null, null, "2026-09", 2]),
        row(4, ["a.money", "VN", "2026-08", 3]),
        row(5, ["a.money", "VN", "2026-07", null]),
      ],
      {
        after: `<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="D4:D5"/><mergeCell ref="D1:E1"/></mergeCells>`,
      },
    );
    expect(reading.rows.map(({ indicator, area, period }) => [indicator, area, period])).toEqual([
      ["a.money", "VN", "2026-10"],
      ["a.money", "VN", "2026-09"],
    ]);
    expect(codes(reading)).toEqual(["value-merged D4", "value-merged D5", "header-merged D1:E1", "filled-down A3"]);
  });

  it("passes over footnotes and tells them, and says what a marked number needs", () => {
    const reading = sheet([
      row(2, ["a.money", "VN", "2026-10", "1.234,5*"]),
      row(3, ["a.money", "VN", "2026-09", "12 (1)"]),
      row(5, ["Ghi chú: số sơ bộ"]),
      row(6, [null, null, null, null, "(*) ước tính"]),
    ]);
    expect(reading.rows).toEqual([]);
    expect(codes(reading)).toEqual(["number-malformed D2", "number-malformed D3", "footnote A5", "footnote E6"]);
  });

  it("guesses no number of two meanings, unless the column decides, which is told", () => {
    const texts = (values: readonly string[]) =>
      sheet(values.map((text, at) => row(at + 2, ["a.money", "VN", `2026-0${at + 1}`, text])));
    const open = texts(["1.234", "56"]);
    expect([open.rows.map(({ value }) => value), codes(open)]).toEqual([["56"], ["number-ambiguous D2"]]);
    const decided = texts(["1.234", "56,5"]);
    expect([decided.rows.map(({ value }) => value), codes(decided)]).toEqual([["1234", "56.5"], ["decimal-mark D1"]]);
    const both = texts(["1.234", "56,5", "7.5"]);
    expect(codes(both)).toEqual(["number-ambiguous D2"]);
  });

  it("reads every sheet with a table, hidden ones with a word, and names those without", () => {
    const rows = row(1, HEADER) + row(2, ["a.money", "VN", "2026-10", 1]);
    const reading = read(
      aWorkbook([
        { name: "Bìa", rows: row(1, ["Trang bìa"]) },
        { name: "Số liệu", rows },
        { name: "Nháp", rows, hidden: true },
      ]),
    );
    expect([reading.places, codes(reading)]).toEqual([
      ["Số liệu!D2", "Nháp!D2"],
      ["sheet-hidden Nháp", "sheet-skipped Bìa"],
    ]);
  });

  it("puts back the zero that Excel took from a code, and tells hidden rows and unknown columns", () => {
    const reading = read(
      aWorkbook([
        {
          name: "s",
          rows:
            row(1, [...HEADER, "Nguồn", "ownership"]) +
            row(2, ["a.money", 1, "2026-10", 5, null, "x", "FDI"]) +
            row(3, ["a.money", 79, 202610, 6], ` hidden="1"`),
        },
      ]),
    );
    expect(reading.rows).toEqual([
      { indicator: "a.money", area: "01", period: "2026-10", value: "5", breakdown: { ownership: "FDI" } },
      { indicator: "a.money", area: "79", period: "202610", value: "6" },
    ]);
    expect(codes(reading)).toEqual(["hidden-rows D3", "columns-ignored F1", "area-padded B2"]);
  });

  it("reads shared texts without their readings, and entities of XML alone", () => {
    const strings = `<sst><si><t>a.money</t><rPh><t>x</t></rPh></si><si><r><t>V</t></r><r><t>N</t></r></si><si><t>2026&#45;10</t></si></sst>`;
    const shared = (at: number) => `<c t="s"><v>${at}</v></c>`;
    const rows = row(1, HEADER) + row(2, [shared(0), shared(1), shared(2), 5, "A &amp; B &lt;"]);
    expect(read(aWorkbook([{ name: "s", rows }], { "xl/sharedStrings.xml": strings })).rows).toEqual([
      { indicator: "a.money", area: "VN", period: "2026-10", value: "5", note: "A & B <" },
    ]);
  });
});

describe("a table of an official", () => {
  it("may have names as the system prints them instead of codes, and periods and states in words", () => {
    const reading = csv(
      "TT;Chỉ tiêu;ĐVT;Địa phương;Kỳ;Giá trị;Trạng thái\n" +
        "1;Doanh thu;triệu USD;Cả nước;Tháng 10/2026;5;chính thức\n2;1. DOANH  THU;Triệu usd;Hà Giang;3/2025;6;Sơ bộ\n" +
        "3;Hai chỉ số;tỷ đồng;Hà Giang;T8/2025;7;\n4;a.money;nghìn tỷ;VN;2026-07;8;A – chính thức\n",
    );
    expect(reading.rows).toEqual([
      { indicator: "a.money", area: "VN", period: "2026-10", value: "5", status: "A" },
      { indicator: "a.money", area: "vn63:02", period: "2025-03", value: "6", status: "P" },
      { indicator: "Hai chỉ số", area: "99", period: "2025-08", value: "7" },
      { indicator: "a.money", area: "VN", period: "2026-07", value: "8", status: "A" },
    ]);
    expect(codes(reading)).toEqual(["unit-differs F5", "names-read F2"]);
    expect(reading.findings[1]?.text.vi).toContain("3 dòng ghi tên");
  });

  it("reads codes where a table has both, and names what is missing in the words of the template", () => {
    const both = csv("Tên chỉ số;Mã chỉ số;Mã địa phương;Kỳ;Giá trị\nmột tên khác;a.money;VN;2026-10;5\n");
    expect(both.rows).toEqual([{ indicator: "a.money", area: "VN", period: "2026-10", value: "5" }]);
    const { findings } = csv("Chỉ tiêu;ĐVT;Ghi chú\nDoanh thu;tỷ đồng;chưa có\n");
    expect(findings[0]?.text.vi).toBe("Không tìm thấy bảng số liệu: thiếu cột “Mã địa phương”, “Kỳ”, “Giá trị”.");
    expect(findings[0]?.advice.vi).not.toMatch(/indicator|area|period/);
  });

  it("asks once what a mark means where nothing in the column tells, and takes the answer for all", () => {
    const text =
      "indicator,area,period,value\na.money,VN,2026-10,1.234\na.money,VN,2026-09,2.500\na.money,VN,2026-08,7\n";
    const open = csv(text);
    expect(open.markQuestion).toEqual({ mark: ".", count: 2, example: "1.234", whole: "1234", decimal: "1.234" });
    expect(open.rows.map(({ value }) => value)).toEqual(["7"]);
    const said = (mark: "." | ",") => read(new TextEncoder().encode(text), "a.csv", mark);
    expect(said(",").rows.map(({ value }) => value)).toEqual(["1234", "2500", "7"]);
    expect(said(".").rows.map(({ value }) => value)).toEqual(["1.234", "2.500", "7"]);
    expect(said(".")).toMatchObject({ markQuestion: null, errorCount: 0 });
  });
});

describe("a file that must not be read", () => {
  const refusal = (act: () => unknown): string => {
    try {
      act();
      return "read";
    } catch (error) {
      return error instanceof Error ? (error.message.split(":")[0] ?? "") : "";
    }
  };

  it.each<[string, () => unknown]>([
    ["an old workbook or one with a password", () => read(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))],
    ["a text called xlsx", () => read(new TextEncoder().encode("abc"))],
    ["an archive that is no workbook", () => read(zipSync({ "a.txt": new Uint8Array(3) }))],
    ["a workbook cut off", () => read(aWorkbook([{ name: "s", rows: row(1, HEADER) }]).slice(0, 300))],
    ["entities that would expand", () => sheet([], { after: `<!DOCTYPE x [<!ENTITY a "b">]>` })],
    ["a CSV in another encoding", () => read(Uint8Array.from([0x47, 0x69, 0xe1, 0x20, 0xff]), "a.csv")],
    ["bytes called csv", () => read(gzipSync(new Uint8Array(50)), "a.csv")],
  ])("%s", (_what, act) => {
    expect(refusal(act)).toBe("file-unreadable");
  });

  it("a bomb is stopped while it inflates, whatever sizes it states", () => {
    const bomb = zipSync({ "xl/workbook.xml": [new Uint8Array(40_000_000), { level: 9 }] });
    expect(bomb.length).toBeLessThan(60_000);
    expect(refusal(() => read(bomb))).toBe("file-too-large");
    const many = zipSync(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`p${at}`, new Uint8Array(10)])));
    const limits = { inflatedBytes: 1_000_000, ratio: 100, parts: 10 };
    expect(refusal(() => inflateWithin(many, () => true, limits))).toBe("file-too-large");
    expect(refusal(() => inflateWithin(many, () => true, { ...limits, parts: 50, inflatedBytes: 100 }))).toBe(
      "file-too-large",
    );
    expect(inflateWithin(many, (name) => name === "p3", { ...limits, parts: 50 }).size).toBe(1);
  });
});

describe("a CSV", () => {
  it.each([
    ["commas", "indicator,area,period,value\na.money,VN,2026-10,1.23\n", "1.23"],
    ["semicolons", "indicator;area;period;value\r\na.money;VN;2026-10;1234,5\r\n", "1234.5"],
    ["tabs", "indicator\tarea\tperiod\tvalue\na.money\tVN\t2026-10\t1234,5\n", "1234.5"],
    [
      "a title above and quotes",
      '\ufeff"Biểu 1; tháng 10"\nindicator;area;period;value\n"a.money";VN;2026-10;"7"\n',
      "7",
    ],
  ])("with %s", (_what, text, value) => {
    expect(csv(text).rows.map((it) => it.value)).toEqual([value]);
  });

  it("as Excel saves Unicode text", () => {
    const text = "\ufeffindicator\tarea\tperiod\tvalue\na.money\tVN\t2026-10\t5\n";
    const bytes = new Uint8Array(text.length * 2);
    for (let at = 0; at < text.length; at += 1) new DataView(bytes.buffer).setUint16(2 * at, text.charCodeAt(at), true);
    expect(read(bytes, "a.csv").rows).toHaveLength(1);
  });

  it("keeps what the contract can say besides", () => {
    const { rows } = csv(
      "indicator,area,period,value,status,scenario,note,retract,window,baseYear,ownership\n" +
        "a.money,VN,2026-10,5,e,plan,x,,2026-10-05/2026-11-04,2020,FDI\na.money,VN,2026-09,,,,gửi nhầm,true,,,\n",
    );
    expect(rows).toEqual([
      {
        indicator: "a.money",
        area: "VN",
        period: "2026-10",
        value: "5",
        status: "E",
        scenario: "plan",
        note: "x",
        window: { start: "2026-10-05", end: "2026-11-04" },
        baseYear: "2020",
        breakdown: { ownership: "FDI" },
      },
      { indicator: "a.money", area: "VN", period: "2026-09", value: null, note: "gửi nhầm", retract: true },
    ]);
  });
});
