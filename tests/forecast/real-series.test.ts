import { forecastSeries } from "@bochiso/shared/forecast";
import { describe, expect, it } from "vitest";
import { type PublishedSeries, publishedSeries } from "./real-series.ts";

const NATIONAL = /^\S+ VN$/;
const all = publishedSeries();
const results = all.map((series) => ({ series, found: forecastOf(series) }));

function forecastOf({ definition, history, breaks }: PublishedSeries) {
  return forecastSeries({ subject: definition, history, breaks });
}

function tally(keep: (series: PublishedSeries) => boolean): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { series, found } of results) {
    const outcome = found.shown ? "shown" : found.code;
    if (keep(series)) counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

describe("forecasts of the published series", () => {
  it("are shown for these many of them, and refused with a reason for the others", () => {
    expect(all).toHaveLength(1115);
    expect(tally(() => true)).toEqual({
      shown: 337,
      "no-better-than-naive": 164,
      constant: 1,
      "gap-at-end": 24,
      "too-short": 589,
    });
    expect(tally(({ key }) => NATIONAL.test(key))).toEqual({
      shown: 42,
      "no-better-than-naive": 7,
      "gap-at-end": 7,
      "too-short": 11,
    });
  });

  it("beat seasonal naive wherever they are shown, by the stated margin", () => {
    for (const { series, found } of results) {
      if (!found.shown) continue;
      const { mase, naiveMase, wins, origins } = found.backTest;
      expect(mase, series.key).toBeLessThanOrEqual(0.95 * naiveMase);
      expect(wins, series.key).toBeGreaterThanOrEqual(0.5);
      expect(origins, series.key).toBeGreaterThanOrEqual(12);
    }
  });

  it("lie within their intervals and the natural limits, after the last published month", () => {
    for (const { series, found } of results) {
      if (!found.shown) continue;
      const last = Math.max(...series.history.keys());
      const { min, max } = series.definition.limits;
      found.points.forEach(({ period, low, value, high }, index) => {
        expect(period.ordinal, series.key).toBe(last + 1 + index);
        expect(low <= value && value <= high, series.key).toBe(true);
        expect(low >= (min ?? low) && high <= (max ?? high), series.key).toBe(true);
      });
    }
  });

  it("never train across a declared break", () => {
    const index = results.find(({ series }) => series.key === "macro.cpi.index VN");
    expect(index?.series.breaks).toEqual([12 * 2020 + 7]);
    expect(index?.found).toMatchObject({ shown: true, trainedOn: { first: 12 * 2020 + 7, bridged: 1 } });
  });

  it("hold when the last twelve months are kept back: four in five lie within the 80 % interval", () => {
    let [inside, checked] = [0, 0];
    for (const { series } of results.filter(({ series: it }) => NATIONAL.test(it.key))) {
      const last = Math.max(...series.history.keys());
      const earlier = new Map([...series.history].filter(([ordinal]) => ordinal <= last - 12));
      const found = forecastOf({ ...series, history: earlier });
      if (!found.shown) continue;
      for (const { period, low, high } of found.points) {
        const actual = series.history.get(period.ordinal);
        if (actual === undefined) continue;
        checked += 1;
        inside += actual >= low && actual <= high ? 1 : 0;
      }
    }
    expect(checked).toBeGreaterThan(100);
    expect(inside / checked).toBeGreaterThanOrEqual(0.8);
  });
});
