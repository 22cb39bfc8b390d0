import { DomainError } from "@bochiso/shared/errors";
import { PullConfig, type PullFormat } from "@bochiso/shared/pull";
import { describe, expect, it } from "vitest";
import { mapAnswer } from "./map-answer.ts";

const ROW = {
  indicator: { constant: "trade.export.value" },
  area: { constant: "VN" },
  period: { field: "ky" },
  value: { field: "so" },
};

function configOf(row: object, format: object = { kind: "json" }): PullConfig {
  return PullConfig.parse({
    code: "nguon",
    feed: "mof.customs",
    name: { vi: "Nguồn", en: "Source" },
    url: "https://vi-du.gov.vn/so-lieu?trang=1",
    format,
    rows: [{ ...ROW, ...row }],
    schedule: { kind: "every", minutes: 5 },
  });
}

function mapped(answer: unknown, row: object = {}, format?: Partial<PullFormat>) {
  const text = typeof answer === "string" ? answer : JSON.stringify(answer);
  return mapAnswer(new TextEncoder().encode(text), configOf(row, format));
}

function faultOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

describe("a period of a record", () => {
  it.each([
    [{ field: "ky" }, { ky: "2026M10" }, "2026-10"],
    [{ field: "ky" }, { ky: 202610 }, "2026-10"],
    [{ field: "ky" }, { ky: "2026Q3" }, "2026-Q3"],
    [{ field: "ky", format: "month/year" }, { ky: "Tháng 9/2026" }, "2026-09"],
    [{ field: "ky", format: "quarter/year" }, { ky: "Quý III/2026" }, "2026-Q3"],
    [{ field: "ky", format: "quarter/year" }, { ky: "4-2026" }, "2026-Q4"],
    [{ field: "ky", format: "day/month/year" }, { ky: "1/2/2026" }, "2026-02-01"],
    [{ field: "ky", format: "day/month/year", as: "month" }, { ky: "31/10/2026" }, "2026-10"],
    [{ field: "ky", format: "date", as: "quarter" }, { ky: "2026-10-31" }, "2026-Q4"],
    // The last day of October in UTC is the first of November in Viet Nam.
    [{ field: "ky", format: "date", as: "month" }, { ky: "2026-10-31T17:30:00Z" }, "2026-11"],
    [{ year: "nam", month: "thang" }, { nam: 2026, thang: 3 }, "2026-03"],
    [{ year: "nam", quarter: "quy" }, { nam: "2026", quy: "2" }, "2026-Q2"],
    [{ year: "nam" }, { nam: 2026 }, "2026"],
    [{ constant: "2026-01" }, {}, "2026-01"],
  ])("%j of %j", (period, record, expected) => {
    expect(mapped([{ so: 1, ...record }], { period }).sample).toMatchObject([{ period: expected }]);
  });

  it.each([
    [{ field: "ky", format: "month/year" }, { ky: "2026-10" }, "period-malformed"],
    [{ field: "ky", format: "day/month/year" }, { ky: "31/02/2026" }, "period-malformed"],
    [{ field: "ky", format: "date" }, { ky: "2026-10-31T17:30:00" }, "period-malformed"],
    [{ field: "ky" }, { ky: " " }, "field-missing"],
    [{ field: "ky" }, { ky: ["2026"] }, "field-shape"],
    [{ year: "nam", month: "thang" }, { nam: 2026, thang: 13 }, "period-malformed"],
  ])("%j of %j is a fault", (period, record, code) => {
    expect(mapped([{ so: 1, ...record }], { period }).errors).toMatchObject([{ record: 1, code }]);
  });
});

describe("a value of a record", () => {
  it.each([
    [{}, 42150.3, "42150.3"],
    [{ decimal: "," }, "1.234,50", "1234.50"],
    [{ decimal: "," }, "1.234", "1234"],
    [{}, "1.234", "1.234"],
    [{}, "−2.5", "-2.5"],
  ])("with %j %j", (value, so, expected) => {
    expect(mapped([{ ky: "2026-10", so }], { value: { field: "so", ...value } }).sample).toMatchObject([
      { value: expected },
    ]);
  });

  it("keeps the digits of JSON as they are written", () => {
    expect(mapped('[{"ky":"2026-10","so":42150.300}]').sample).toMatchObject([{ value: "42150.300" }]);
  });

  it.each([
    [{ power: 3 }, 42.15, "42150"],
    [{ power: -3 }, "1,5", "0.0015"],
    [{ field: "dvt", powers: { "Tỷ USD": 3 } }, 1e21, "1000000000000000000000000"],
  ])("moves the decimal point by %j: %j", (unit, so, expected) => {
    const value = { field: "so", decimal: "," };
    expect(mapped([{ ky: "2026-10", so, dvt: "Tỷ USD" }], { value, unit }).sample).toMatchObject([{ value: expected }]);
  });

  it("is never guessed", () => {
    const unit = { field: "dvt", powers: { "Triệu USD": 0 } };
    const records = [
      { ky: "2026-10", so: 1, dvt: "Triệu" },
      { ky: "2026-10", so: "x", dvt: "Triệu USD" },
      { ky: "2026-10", dvt: "Triệu USD" },
    ];
    expect(mapped(records, { unit }).errors).toMatchObject([
      { record: 1, field: "dvt", code: "unit-unmapped" },
      { record: 2, field: "so", code: "value-not-a-number" },
      { record: 3, field: "so", code: "field-missing" },
    ]);
  });

  it("is absent with its status, or leaves the row out, as configured", () => {
    const value = { field: "so", missing: { "-": "O" }, whenEmpty: "leave-out" };
    const { sample, leftOut } = mapped(
      [
        { ky: "2026-10", so: "-" },
        { ky: "2026-09", so: null },
      ],
      { value },
    );
    expect(sample).toEqual([expect.objectContaining({ value: null, status: "O", period: "2026-10" })]);
    expect(leftOut).toBe(1);
  });
});

describe("records", () => {
  const csv = (text: string, format: object = {}) => mapped(text, {}, { kind: "csv", ...format });

  it("stand anywhere in JSON, and their fields within them", () => {
    const row = {
      value: { field: "/gia-tri/0/so" },
      breakdown: { ownership: { field: "khu~vực/1", codes: { N: "FDI" } } },
    };
    const answer = { "a/b": { "du~lieu": [{ ky: "2026-10", "gia-tri": [{ so: 7 }], "khu~vực/1": "N" }] } };
    expect(mapped(answer, row, { kind: "json", records: "/a~1b/du~0lieu" }).sample).toMatchObject([
      { value: "7", breakdown: { ownership: "FDI" } },
    ]);
    expect(faultOf(() => mapped({ a: {} }, row, { kind: "json", records: "/a" }))).toBe("pull-records-missing");
  });

  it("are read from a table with or without a header, and told by line", () => {
    expect(csv("\uFEFF so ;ky\n1;2026-10\n;\n2;x\n", { delimiter: ";" })).toMatchObject({
      records: 2,
      sample: [{ value: "1", period: "2026-10" }],
      errors: [{ record: 2, line: 4, field: "ky" }],
    });
    const numbered = { period: { field: "1" }, value: { field: "2" } };
    expect(mapped("2026-10\t5\n", numbered, { kind: "csv", delimiter: "\t", header: false }).sample).toMatchObject([
      { value: "5" },
    ]);
    expect(faultOf(() => csv("kỳ,so\n2026-10,1\n"))).toBe("pull-column-missing");
    expect(faultOf(() => csv("ky,so\n2026-10\n"))).toBe("body-malformed");
  });

  it("in another order are the same submission, with other figures another", () => {
    const [a, b] = [
      { ky: "2026-10", so: 1 },
      { ky: "2026-09", so: 2 },
    ];
    const digest = (records: object[]) => mapped(records).digest;
    expect(digest([a, b])).toBe(digest([b, a]));
    expect(digest([a, b])).not.toBe(digest([a, { ...b, so: 3 }]));
    expect(mapped([a, b]).origins.records).toEqual(Uint32Array.of(2, 1));
  });

  it("never reach into the language", () => {
    const row = { indicator: { field: "ma", codes: { a: "trade.export.value" } }, value: { field: "__proto__" } };
    expect(mapped([{ ky: "2026-10", ma: "constructor" }], row).errors.map(({ code }) => code)).toEqual([
      "code-unmapped",
      "field-missing",
    ]);
  });
});
