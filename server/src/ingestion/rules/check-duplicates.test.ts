import { AreaCode } from "@bochiso/shared/area";
import { breakdownKey } from "@bochiso/shared/breakdown";
import { runSteps } from "@bochiso/shared/graph";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { periodFromId, periodId } from "@bochiso/shared/period";
import { expect, it } from "vitest";
import type { ResolvedRow, RowSeries } from "../submitted-row.ts";
import { aRow } from "../testing/rows.ts";
import { checkDuplicates } from "./check-duplicates.ts";
import { ErrorCollector } from "./error-collector.ts";

const series = (breakdown: Record<string, string>): RowSeries => ({
  indicator: IndicatorCode.parse("trade.export.value"),
  area: AreaCode.parse("VN"),
  breakdown: breakdownKey(breakdown),
  scenario: "actual",
  periodType: "month",
});
const TOTAL = series({});
const FDI = series({ ownership: "FDI" });

function rowAt(row: number, period: string, of = TOTAL): ResolvedRow {
  const at = periodFromId(period, "month");
  return { ...aRow({ row, period }), series: of, at, periodId: periodId(at), breakdownKey: of.breakdown };
}

/** What is told of rows, each with its line where the format has lines. */
function told(rows: readonly ResolvedRow[], { lines = false, faulty = -1 } = {}) {
  const body = rows.map((_, row) => ({ fields: null, ...(lines ? { line: row + 2 } : {}) }));
  const pointers = { field: (row: number) => `/observations/${row}`, dimension: () => "" };
  const errors = new ErrorCollector({ rows: body, pointers });
  if (faulty >= 0) errors.report({ row: faulty, code: "note-required", field: "note" });
  runSteps(checkDuplicates(rows, errors));
  return errors.sorted().filter(({ code }) => code === "duplicate-in-batch");
}

it("takes one row a cell: other periods and other series are other cells", () => {
  expect(told([rowAt(0, "2025-03"), rowAt(1, "2025-04"), rowAt(2, "2025-03", FDI)])).toEqual([]);
});

it("tells every later row where the first stands, counted from 1", () => {
  const faults = told([rowAt(0, "2025-02"), rowAt(1, "2025-03"), rowAt(2, "2025-03"), rowAt(3, "2025-03")]);
  expect(faults.map(({ row, pointer }) => [row, pointer])).toEqual([
    [2, "/observations/2"],
    [3, "/observations/3"],
  ]);
  for (const { got, detailVi, detail } of faults) {
    expect(got).toBe("trade.export.value VN actual 2025-03");
    expect(detailVi).toContain("đã có ở dòng 2 (/observations/1)");
    expect(detail).toContain("in row 2 (/observations/1)");
  }
});

it("names the line of a file that has lines", () => {
  const [fault] = told([rowAt(0, "2025-03", FDI), rowAt(1, "2025-03", FDI)], { lines: true });
  expect(fault).toMatchObject({ row: 1, line: 3, got: "trade.export.value VN ownership=FDI actual 2025-03" });
  expect(fault?.detailVi).toContain("dòng 1 (dòng 2 của tệp)");
});

it("does not count rows that were refused before", () => {
  expect(told([rowAt(0, "2025-03"), rowAt(1, "2025-03")], { faulty: 0 })).toEqual([]);
});
