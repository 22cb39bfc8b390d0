import { describe, expect, it } from "vitest";
import { expectedRows } from "./mapping.ts";
import { cellOf, publishedRecords } from "./published-records.ts";
import { readCsv } from "./read-csv.ts";

describe("readCsv", () => {
  it("reads quotes, doubled quotes, commas and line ends inside them", () => {
    expect(readCsv('a,b\r\n"x, ""y""",2\n"two\nlines",\n')).toEqual([
      { a: 'x, "y"', b: "2" },
      { a: "two\nlines", b: "" },
    ]);
  });

  it("does not take the last line end for a row", () => {
    expect(readCsv("a,b\n1,2\n")).toHaveLength(1);
    expect(readCsv("a,b\n1,2")).toHaveLength(1);
  });
});

describe("publishedRecords", () => {
  it("finds as many values and cells as the publication says it holds", () => {
    const records = publishedRecords();
    const byIndicator = Object.fromEntries(
      [...Map.groupBy(records, (record) => record.indicator)].map(([indicator, of]) => [
        indicator,
        { records: of.length, cells: new Set(of.map(cellOf)).size },
      ]),
    );
    const expected = expectedRows();
    expect(byIndicator).toEqual(expected.byIndicator);
    expect(records).toHaveLength(expected.records);
    expect(new Set(records.map(cellOf)).size).toBe(expected.cells);
    expect(records.every((record) => Number.isFinite(record.value))).toBe(true);
  });
});
