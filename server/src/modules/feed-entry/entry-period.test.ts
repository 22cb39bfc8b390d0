import { parsePeriod, periodId } from "@bochiso/shared/period";
import { describe, expect, it } from "vitest";
import { offeredPeriods } from "./entry-period.ts";

const NOW = Date.parse("2026-11-22T03:30:00.000Z");

function ordinal(id: string): number {
  const parsed = parsePeriod(id);
  if (!parsed.ok) throw new Error(id);
  return parsed.period.ordinal;
}

describe("the periods that entry offers", () => {
  it("are the one that runs and thirteen before, newest first", () => {
    const offered = offeredPeriods("hour", NOW, []).map(periodId);
    expect([offered.length, offered[0], offered.at(-1)]).toEqual([14, "2026-11-22T10", "2026-11-21T21"]);
  });

  it("reach back to older ones of which something is missing, each once", () => {
    const missing = ["2026-11-22T09", "2026-11-21T08", "2026-11-21T05"].map(ordinal);
    const offered = offeredPeriods("hour", NOW, missing).map(periodId);
    expect(offered.slice(13)).toEqual(["2026-11-21T21", "2026-11-21T08", "2026-11-21T05"]);
    expect(new Set(offered).size).toBe(offered.length);
  });
});
