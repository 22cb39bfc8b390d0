import { expect, it } from "vitest";
import { cellAt, mergedCells, rangeOf } from "./merged-cells.ts";
import { aTable } from "./testing/a-line.ts";

const range = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  first: { row: firstRow, column: firstColumn },
  last: { row: lastRow, column: lastColumn },
});

it("gives every cell of a range what stands in its first", () => {
  const table = aTable([["Cả nước", "x"], [null, "y"], ["Hà Giang"]], [range(1, 0, 2, 0)]);
  const merged = mergedCells(table.merged, 1);
  const at = (row: number, column: number) => {
    const { cell, isFilled } = cellAt(table, merged, { row, column });
    return [cell?.text ?? null, isFilled];
  };
  expect([at(1, 0), at(2, 0), at(3, 0)]).toEqual([
    ["Cả nước", false],
    ["Cả nước", true],
    ["Hà Giang", false],
  ]);
  expect([at(2, 1), at(3, 1)]).toEqual([
    ["y", false],
    [null, false],
  ]);
});

it("leaves out ranges of the header, and ends with a range of absurd size", () => {
  const merged = mergedCells([range(0, 0, 0, 3), range(5, 1, 2_000_000, 20_000)], 1);
  expect(rangeOf(merged, 0, 1)).toBeUndefined();
  expect(rangeOf(merged, 5, 0)).toBeUndefined();
  expect(rangeOf(merged, 5, 1)).toBeDefined();
  expect(rangeOf(merged, 5_005, 201)).toBeDefined();
  expect(rangeOf(merged, 5_006, 1)).toBeUndefined();
});
