import { expect, it } from "vitest";
import { columnMark, tellHeader } from "./header-findings.ts";
import { aLine, aTable, told } from "./testing/a-line.ts";

it.each<[string[], string | null, string[]]>([
  [["12,5", "1.234"], ",", ["decimal-mark F1"]],
  [["12.5", "1.234"], ".", ["decimal-mark F1"]],
  // It shows the mark, but no number of the column hangs on it.
  [["12,5", "7"], ",", []],
  [["1.234", "2.345"], null, []],
  [["12,5", "12.5", "1.234"], null, []],
])("the texts %j show the mark %j, told: %j", (texts, mark, findings) => {
  const table = aTable(texts.map((text) => [null, null, null, null, null, text]));
  const context = aLine(table);
  expect(columnMark(context, [...table.rows.keys()], 5)).toBe(mark);
  expect(told(context)).toEqual(findings);
});

it("numbers show no mark, nor does a table without a column of values", () => {
  const table = aTable([[null, null, null, null, null, { kind: "number", text: "12.5" }]]);
  expect(columnMark(aLine(table), [1], 5)).toBeNull();
  expect(columnMark(aLine(table), [1], null)).toBeNull();
});

it("tells unknown columns, and merged headings where a column that is read lies under them", () => {
  const across = (first: number, last: number) => ({
    first: { row: 0, column: first },
    last: { row: 0, column: last },
  });
  const table = aTable([], [across(4, 5), across(8, 9), across(2, 2)]);
  const context = aLine(table);
  tellHeader({ ...context, header: { ...context.header, unknown: [{ column: 7, name: "STT" }] } });
  expect(told(context)).toEqual(["header-merged E1:F1", "columns-ignored H1"]);
});
