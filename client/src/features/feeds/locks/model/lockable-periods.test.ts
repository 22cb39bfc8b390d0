import { periodId } from "@bochiso/shared/period";
import { describe, expect, it } from "vitest";
import { lockablePeriods } from "./lockable-periods.ts";

const ids = (...asked: Parameters<typeof lockablePeriods>) => lockablePeriods(...asked).map(periodId);

describe("periods that can be locked", () => {
  it("are the year and those of its parts in which figures of the indicator lie", () => {
    expect(ids("2026", "year")).toEqual(["2026"]);
    expect(ids("2026", "quarter")).toEqual(["2026", "2026-S1", "2026-S2", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
    expect(ids("2026", "month")).toHaveLength(1 + 2 + 4 + 12);
    expect(ids("2026", "day")).toContain("2026-02");
    expect(ids("2026", "week")).toContain("2026-W53");
  });

  it("are none of what is no year", () => {
    expect(ids("26", "month")).toEqual([]);
    expect(ids("0026", "month")).toEqual([]);
  });
});
