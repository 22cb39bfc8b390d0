import type { RowError } from "@bochiso/shared/submission";
import { expect, it } from "vitest";
import { entryErrorText, faultyColumn } from "./entry-error-text.ts";

const fault = (code: RowError["code"], more: Partial<RowError> = {}): RowError => ({
  pointer: "/observations/0/value",
  row: 0,
  code,
  detail: "detail",
  detailVi: "chi tiết (note, status)",
  ...more,
});

it("speaks of columns and figures as people see them", () => {
  const range = fault("value-out-of-range", { got: "195.5", expected: "≥ 0, ≤ 100" });
  expect(entryErrorText(range).vi).toBe("195,5 nằm ngoài giới hạn của chỉ số (≥ 0, ≤ 100).");
  expect(entryErrorText(fault("note-required")).vi).not.toMatch(/note|status/);
  expect(entryErrorText(fault("area-unknown")).vi).toBe("chi tiết (note, status)");
});

it("points at the column to be filled in", () => {
  expect(
    ["note", "status", "value"].map((field) => faultyColumn(fault("note-required", { pointer: `/0/${field}` }))),
  ).toEqual(["note", "status", "typed"]);
});
