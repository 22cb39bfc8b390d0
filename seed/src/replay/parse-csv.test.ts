import { describe, expect, it } from "vitest";
import { parseCsv } from "./parse-csv.ts";

describe("parseCsv", () => {
  it("reads quoted cells, doubled quotes, blanks and CRLF, and counts lines with the header", () => {
    const table = parseCsv('a,b,c\r\n"x, y",,"say ""hi"""\r\n1,2,3\r\n');
    expect(table.columns).toEqual(["a", "b", "c"]);
    expect(table.rows).toEqual([
      { line: 2, cells: { a: "x, y", b: "", c: 'say "hi"' } },
      { line: 3, cells: { a: "1", b: "2", c: "3" } },
    ]);
  });

  it("keeps a blank last cell and needs no final line break", () => {
    expect(parseCsv("a,b\n1,\n2,3").rows.map((it) => it.cells)).toEqual([
      { a: "1", b: "" },
      { a: "2", b: "3" },
    ]);
  });

  it("refuses a row of another length", () => {
    expect(() => parseCsv("a,b\n1,2,3\n")).toThrow("CSV line 2 has 3 cells, not 2");
  });
});
