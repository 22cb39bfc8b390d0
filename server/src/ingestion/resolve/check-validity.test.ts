import { loadAreas } from "@bochiso/seed/catalogue";
import type { Scenario } from "@bochiso/shared/observation";
import { describe, expect, it } from "vitest";
import type { ReferenceData } from "../reference.ts";
import { aRow, reported } from "../testing/rows.ts";
import { checkValidity } from "./check-validity.ts";
import { readRowPeriod } from "./read-row-period.ts";

const NOW = Date.parse("2026-11-22T00:00:00Z");
const AREAS = new Map(loadAreas().map((it) => [String(it.code), it]));
const EXPORTS = "trade.export.value";
type Lock = NonNullable<ReturnType<ReferenceData["locks"]["get"]>>[number];

interface Asked {
  area?: string;
  period?: string;
  scenario?: Scenario;
  locks?: Lock[];
}

function faultsOf({ area = "VN", period = "2025-03", scenario = "actual", locks = [] }: Asked) {
  const row = aRow({ area, period, scenario });
  const read = readRowPeriod(period, { type: undefined, isActual: true, now: NOW });
  if (!("period" in read)) throw new Error(`${period} is no period`);
  const at = { definition: null, area: AREAS.get(area) ?? null, period: read };
  return reported((faults) => checkValidity(row, at, { locks: new Map([[EXPORTS, locks]]), faults }));
}

describe("the unit of an area", () => {
  it.each([
    ["vn63:27", "2025-06", []],
    ["vn63:27", "2025-07", [{ code: "area-not-valid-at-period", expected: "≤ 2025-06-30", nearest: "24" }]],
    ["24", "2025-07", []],
    ["24", "2025", []],
    ["24", "2025-06", [{ code: "area-not-valid-at-period", expected: "≥ 2025-07-01" }]],
  ])("%s exists in %s, or is told with its days and the other unit: %j", (area, period, faults) => {
    expect(faultsOf({ area, period })).toMatchObject(faults);
  });
});

describe("a closed period", () => {
  const lock = (change: Partial<Lock> = {}): Lock => ({
    area: "*",
    firstDay: "2025-01-01",
    lastDay: "2025-03-31",
    reason: "đã công bố",
    ...change,
  });

  it("takes no actual value of any day of it, and says why", () => {
    const [fault, ...more] = faultsOf({ locks: [lock()] });
    expect([fault?.code, more]).toEqual(["period-locked", []]);
    expect(fault?.detailVi).toBe("Kỳ này đã chốt số liệu (từ 01/01/2025 đến 31/03/2025): đã công bố");
  });

  it.each<[string, Asked]>([
    ["a forecast", { scenario: "forecast", locks: [lock()] }],
    ["another area", { area: "24", period: "2025-08", locks: [lock({ area: "VN", lastDay: "2025-12-31" })] }],
    ["a period that is only begun in it", { locks: [lock({ lastDay: "2025-03-30" })] }],
    ["a period of before", { locks: [lock({ firstDay: "2025-03-02" })] }],
  ])("does not close %s", (_what, asked) => {
    expect(faultsOf(asked)).toEqual([]);
  });
});

it("a period to come is told with the last that has begun", () => {
  expect(faultsOf({ period: "2026-12" })).toMatchObject([{ code: "period-in-future", expected: "≤ 2026-11" }]);
  expect(faultsOf({ period: "2027" })).toMatchObject([{ code: "period-in-future", expected: "≤ 2026" }]);
  expect(faultsOf({ period: "2026-11" })).toEqual([]);
  expect(faultsOf({ period: "2026-11-22T23" })).toEqual([]);
  expect(faultsOf({ period: "2026-11-23T00" })).toMatchObject([{ expected: "≤ 2026-11-22" }]);
});
