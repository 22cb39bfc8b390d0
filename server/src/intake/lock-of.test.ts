import type { PeriodLock } from "@bochiso/db/repositories/intake";
import { expect, it } from "vitest";
import { lockOf } from "./lock-of.ts";

const LOCK: PeriodLock = {
  id: "l1",
  indicator: "a",
  area: "01",
  firstDay: "2026-10-01",
  lastDay: "2026-10-31",
  reason: "đã báo cáo",
  lockedBy: "An (Trưởng phòng)",
  lockedAt: "2026-11-05T00:00:00.000Z",
  liftedBy: null,
  liftedAt: null,
  liftReason: null,
};
const OCTOBER = { indicator: "a", area: "01", firstDay: "2026-10-01", lastDay: "2026-10-31" };

it.each([
  ["the period itself", OCTOBER, true],
  ["a day of it", { ...OCTOBER, firstDay: "2026-10-31" }, true],
  ["a period that begins before it", { ...OCTOBER, firstDay: "2026-09-28" }, false],
  ["a period that ends after it", { ...OCTOBER, lastDay: "2026-12-31" }, false],
  ["another area", { ...OCTOBER, area: "79" }, false],
  ["another indicator", { ...OCTOBER, indicator: "b" }, false],
])("closes what lies wholly within it: %s", (_name, cell, isClosed) => {
  expect(lockOf(new Map([["a", [LOCK]]]), cell) !== undefined).toBe(isClosed);
});

it("of every area closes each of them", () => {
  const everywhere = { ...LOCK, area: "*" };
  expect(lockOf(new Map([["a", [everywhere]]]), { ...OCTOBER, area: "79" })).toBe(everywhere);
});
