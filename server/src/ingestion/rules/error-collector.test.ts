import { describe, expect, it } from "vitest";
import { ErrorCollector } from "./error-collector.ts";

function collector(): ErrorCollector {
  return new ErrorCollector({
    rows: [],
    pointers: {
      field: (row, field) => `/observations/${row}/${field}`,
      dimension: (row, dimension) => `/observations/${row}/breakdown/${dimension}`,
    },
  });
}

const listed = (errors: ErrorCollector): number[] => errors.sorted().map((it) => it.row);

describe("the faults that are listed", () => {
  it("are the first by row, also where a later rule finds the first row's", () => {
    const errors = collector();
    for (let row = 1; row <= 1_000; row += 1) errors.report({ row, code: "field-missing", field: "period" });
    errors.report({ row: 0, code: "value-out-of-range", field: "value", got: "-1" });
    expect(errors.count).toBe(1_001);
    expect(listed(errors)).toEqual(Array.from({ length: 1_000 }, (_, row) => row));
    expect(errors.sorted()[0]).toMatchObject({
      pointer: "/observations/0/value",
      code: "value-out-of-range",
      got: "-1",
    });
  });

  it("are the same in whatever order they are found", () => {
    const [up, down] = [collector(), collector()];
    const rows = Array.from({ length: 3_500 }, (_, row) => row);
    for (const row of rows) up.report({ row, code: "field-missing", field: "area" });
    for (const row of rows) up.report({ row, code: "value-missing", field: "value" });
    for (const row of rows.toReversed()) {
      down.report({ row, code: "value-missing", field: "value" });
      down.report({ row, code: "field-missing", field: "area" });
    }
    expect(up.sorted()).toEqual(down.sorted());
    expect(listed(up)).toEqual(rows.slice(0, 500).flatMap((row) => [row, row]));
    expect([up.count, down.count]).toEqual([7_000, 7_000]);
  });

  it("of one row stand in the order of their pointers and are cut there", () => {
    const errors = collector();
    const fields = Array.from({ length: 2_100 }, (_, at) => `f${String(at).padStart(4, "0")}`);
    for (const field of fields.toReversed()) errors.report({ row: 7, code: "field-unknown", field });
    expect(errors.sorted().map((it) => it.pointer)).toEqual(
      fields.slice(0, 1_000).map((it) => `/observations/7/${it}`),
    );
  });

  it("want hints only where they may still be listed", () => {
    const errors = collector();
    expect(errors.wantsHints(5_000)).toBe(true);
    for (let row = 1; row <= 1_000; row += 1) errors.report({ row, code: "field-missing", field: "period" });
    expect([errors.wantsHints(3), errors.wantsHints(1_001)]).toEqual([true, false]);
  });

  it("are a copy's own after a fork", () => {
    const errors = collector();
    errors.report({ row: 1, code: "field-missing", field: "area" });
    const copy = errors.fork();
    copy.report({ row: 0, code: "field-missing", field: "area" });
    expect([listed(errors), listed(copy)]).toEqual([[1], [0, 1]]);
  });
});
