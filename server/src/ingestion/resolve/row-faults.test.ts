import { expect, it } from "vitest";
import { LIMITS } from "../limits.ts";
import { aCollector, aRow } from "../testing/rows.ts";
import { RowFaults } from "./row-faults.ts";

it("counts what it reports, and keeps the nearest names of different kinds apart", () => {
  const errors = aCollector();
  const faults = new RowFaults(errors);
  const near = (kind: string, known: string[]) =>
    faults.nearest(aRow(), { kind, written: "FDII", known: new Set(known) });
  expect(near("ownership", ["FDI", "domestic"])).toBe("FDI");
  expect(near("indicator", ["trade"])).toBeNull();
  expect(near("ownership", [])).toBe("FDI");
  faults.report(aRow({ row: 3 }), { code: "field-missing", field: "area" });
  expect([faults.count, errors.count, errors.isFaulty(3)]).toEqual([1, 1, true]);
});

it("works out no hint for rows whose faults are only counted", () => {
  const faults = new RowFaults(aCollector());
  for (let row = 0; row < LIMITS.errorsListed; row += 1) {
    faults.report(aRow({ row }), { code: "field-missing", field: "area" });
  }
  const asked = { kind: "area", written: "VM", known: new Set(["VN"]) };
  expect(faults.nearest(aRow({ row: LIMITS.errorsListed }), asked)).toBeNull();
  expect(faults.nearest(aRow({ row: 0 }), asked)).toBe("VN");
});
