import { DomainError } from "@bochiso/shared/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv.ts";

const read = (text: string, delimiter: "," | ";" = ",") => [...readCsv(text, delimiter)];

function faultOf(text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.facts["line"]];
    throw error;
  }
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe("readCsv", () => {
  it("gives back what was written, with the line each record begins in", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ố", '"', ",", ";", "\n", " ", "1") });
    const record = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(",", ";"),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        (records, delimiter, end, isLastEnded) => {
          const lines = records.map((cells) => cells.map(quoted).join(delimiter));
          const found = read(lines.join(end) + (isLastEnded ? end : ""), delimiter);
          expect(found.map(({ cells }) => cells)).toEqual(records);
          let line = 1;
          const starts = records.map((cells) => {
            const start = line;
            line += 1 + cells.join("").split("\n").length - 1;
            return start;
          });
          expect(found.map((it) => it.line)).toEqual(starts);
        },
      ),
    );
  });

  it("reads bare and quoted cells in one record and keeps their spaces", () => {
    expect(read('a,"b,c", d\r\n\r\n,,\nx,"1\n2",""\n')).toEqual([
      { cells: ["a", "b,c", " d"], line: 1 },
      { cells: ["", "", ""], line: 3 },
      { cells: ["x", "1\n2", ""], line: 4 },
    ]);
  });

  it.each([
    ['a,b\nc,"d', 2],
    ['a,b"c', 1],
    ['a\n"b"c', 2],
    ['"a\nb" ,c', 2],
  ])("refuses %j with its line", (text, line) => {
    expect(faultOf(text)).toEqual(["body-malformed", line]);
  });

  it("counts the bytes of a cell", () => {
    expect(read("ố".repeat(1365))).toHaveLength(1);
    expect(faultOf(`a,${"ố".repeat(1366)}`)).toEqual(["too-large", 1]);
  });
});
