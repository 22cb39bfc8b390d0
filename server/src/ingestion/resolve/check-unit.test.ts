import { expect, it } from "vitest";
import { aRow, reported } from "../testing/rows.ts";
import { checkUnit } from "./check-unit.ts";

const faultsOf = (unit: string | null) => reported((faults) => checkUnit(aRow({ unit }), { unit: "musd" }, faults));

it.each([null, "musd", "triệu USD", "million US dollars"])(
  "takes %j where values are in million US dollars",
  (unit) => {
    expect(faultsOf(unit)).toEqual([]);
  },
);

it.each(["usd", "MUSD", "tỷ đồng", ""])("refuses %j and says which unit is meant", (unit) => {
  const [fault, ...more] = faultsOf(unit);
  expect([fault?.code, fault?.pointer, fault?.expected, more]).toEqual(["code-unknown", "unit", "musd", []]);
  expect(fault?.detailVi).toContain("triệu USD");
});
