import type { Observation } from "@bochiso/db/repositories/observations";
import { loadAgencies, loadAreas, loadDimensions, loadHomes } from "@bochiso/seed/catalogue";
import { periodContaining } from "@bochiso/shared/period";
import { describe, expect, it } from "vitest";
import { createScreenWorld } from "../screen/screen-world.ts";
import { trendMergers } from "./trend-mergers.ts";

const world = createScreenWorld({
  definitions: [],
  areas: loadAreas(),
  agencies: loadAgencies(),
  dimensions: loadDimensions(),
  units: [],
  sets: [],
  homes: loadHomes(),
  demo: "1",
});
const month = (id: string) => periodContaining("month", `${id}-15`).ordinal;
const NOTHING = { reported: new Map(), computed: new Map() };

function aWhole(ordinal: number): Observation {
  return {
    seriesId: 1,
    ordinal,
    revision: 1,
    commitSeq: 1,
    value: 5,
    valueText: null,
    status: null,
    missingReason: null,
    errorCode: null,
    retracted: 0,
    note: null,
    windowStart: null,
    windowEnd: null,
    baseYear: null,
    coverageHave: 34,
    coverageOf: 34,
    coverageWeight: null,
    way: "roll-up",
    flags: null,
  };
}

describe("mergers on a trend", () => {
  const of = (address: { area: string; breakdown: string }, patch: object = {}) =>
    trendMergers(world, {
      address,
      periodType: "month",
      first: month("2024-01"),
      last: month("2026-03"),
      window: NOTHING,
      ...patch,
    });

  it("mark the month from which a merged province stands itself, and name its former units", () => {
    const [mark, ...others] = of({ area: "24", breakdown: "" });
    expect(others).toEqual([]);
    expect(mark?.from.id).toBe("2025-07");
    expect(mark?.short.vi).toBe("Sáp nhập 01/07/2025");
    expect(mark?.reason.vi).toMatch(/quy đổi từ .*Bắc Ninh/);
    expect(mark?.reason.vi).toMatch(/Bắc Giang/);
  });

  it("lie in the quarter or year at whose end the new unit stands", () => {
    const quarter = { periodType: "quarter", first: 2024 * 4, last: 2026 * 4 } as const;
    expect(of({ area: "24", breakdown: "" }, quarter)[0]?.from.id).toBe("2025-Q3");
    const year = { periodType: "year", first: 2020, last: 2026 } as const;
    expect(of({ area: "24", breakdown: "" }, year)[0]?.from.id).toBe("2025");
  });

  it("are none of a province that was not merged, of a former one, or outside the trend", () => {
    expect(of({ area: "01", breakdown: "" })).toEqual([]);
    expect(of({ area: "vn63:24", breakdown: "" })).toEqual([]);
    expect(of({ area: "24", breakdown: "" }, { first: month("2025-07") })).toEqual([]);
    expect(of({ area: "24", breakdown: "" }, { last: month("2025-06") })).toEqual([]);
    expect(of({ area: "MAU", breakdown: "" })).toEqual([]);
  });

  it("mark a ministry that was merged whole, and none that was split", () => {
    const [mark] = of({ area: "VN", breakdown: "budgetHolder=mae" });
    expect(mark?.from.id).toBe("2025-03");
    expect(mark?.reason.vi).toContain("Bộ Tài nguyên và Môi trường");
    expect(of({ area: "VN", breakdown: "budgetHolder=moc" })).toEqual([]);
  });

  it("mark the nation where it is rolled up from provinces, not where it was reported", () => {
    const computed = new Map([[month("2025-05"), aWhole(month("2025-05"))]]);
    const [mark] = of({ area: "VN", breakdown: "" }, { window: { reported: new Map(), computed } });
    expect(mark?.reason.vi).toBe("từ kỳ này tổng hợp từ 34 tỉnh, thành phố, trước đó 63");
    expect(of({ area: "VN", breakdown: "" }, { window: { reported: computed, computed } })).toEqual([]);
  });
});
