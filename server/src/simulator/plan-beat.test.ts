import { loadCatalogue } from "@bochiso/seed/catalogue";
import { periodAt, periodId } from "@bochiso/shared/period";
import { describe, expect, it } from "vitest";
import { FOLLOWED } from "./followed-series.ts";
import { type Beat, CATCH_UP, planBeat, planCatchUp, type SimulationState } from "./plan-beat.ts";

const NOW = Date.parse("2026-11-22T05:10:00.000Z");
const MINUTE = 60_000;

/** The same numbers each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function run(beats: number, seed = 1): Beat[] {
  const chance = seeded(seed);
  let state: SimulationState = planCatchUp(new Map(), NOW, chance).next;
  return Array.from({ length: beats }, (_, at) => {
    const beat = planBeat(state, NOW + at * MINUTE, chance);
    state = beat.next;
    return beat;
  });
}

describe("the simulator", () => {
  it("follows indicators of the catalogue in their own periods, decimals and limits, none of them computed", () => {
    const catalogue = new Map(loadCatalogue().map((it) => [String(it.code), it]));
    for (const series of FOLLOWED) {
      const definition = catalogue.get(series.indicator);
      expect(definition, series.indicator).toMatchObject({
        periodType: series.type,
        decimals: series.decimals,
        formula: null,
      });
      expect(
        series.min >= (definition?.limits.min ?? series.min) && series.max <= (definition?.limits.max ?? series.max),
      ).toBe(true);
    }
  });

  it("sends a few rows of the fictional province alone, each saying that it is simulated", () => {
    for (const { rows } of run(400)) {
      expect(rows.length).toBeLessThanOrEqual(40);
      for (const row of rows) {
        expect(row.area).toBe("demo:MAU");
        expect(row.note).toMatch(/^Số liệu mô phỏng/);
      }
    }
  });

  it("has now and then a revision, a refused row, an outlier and a source that falls silent", () => {
    const beats = run(2_000, 7);
    expect(new Set(beats.map(({ kind }) => kind))).toEqual(new Set(["readings", "revision", "refused", "outlier"]));
    expect(beats.some(({ next }) => [...next.values()].some(({ silentUntil }) => silentUntil > NOW))).toBe(true);
    const usual = beats.filter(({ kind }) => kind === "readings").length;
    expect(usual / beats.length).toBeGreaterThan(0.85);
  });

  it("stays plausible: each ordinary value within the bounds of its series", () => {
    const bounds = new Map(FOLLOWED.map((it) => [it.indicator, it]));
    for (const { kind, rows } of run(2_000, 3)) {
      if (kind !== "readings" && kind !== "revision") continue;
      for (const { indicator, value } of rows) {
        const { min = 0, max = 0 } = bounds.get(indicator) ?? {};
        expect(Number(value) >= min && Number(value) <= max, `${indicator} ${value}`).toBe(true);
      }
    }
  });

  it("makes a provisional value final once its period is over, and never steps back from final", () => {
    const final = new Set<string>();
    for (const { kind, rows } of run(3_000, 11)) {
      for (const { indicator, period, status } of kind === "refused" ? [] : rows) {
        const cell = `${indicator} ${period}`;
        if (status === "P") expect(final.has(cell), cell).toBe(false);
        else final.add(cell);
      }
    }
    expect(final.size).toBeGreaterThan(50);
  });

  it("makes up for what was missed, bounded, and for nothing that was sent", () => {
    const fresh = planCatchUp(new Map(), NOW, seeded(1));
    const hours = FOLLOWED.filter(({ type }) => type === "hour").length;
    expect(fresh.rows.length).toBe(hours * CATCH_UP.hour + (FOLLOWED.length - hours) * CATCH_UP.day);
    expect(planCatchUp(fresh.next, NOW, seeded(1)).rows).toEqual([]);
    const current = periodId(periodAt("hour", NOW));
    expect(fresh.rows.every(({ period }) => period !== current)).toBe(true);
  });
});
