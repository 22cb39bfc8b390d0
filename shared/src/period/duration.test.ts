import { describe, expect, it } from "vitest";
import { parseDuration } from "./duration.ts";

describe("parseDuration", () => {
  it.each([
    ["PT1H", 0, 0, 3_600_000],
    ["PT30M", 0, 0, 1_800_000],
    ["PT45S", 0, 0, 45_000],
    ["P1D", 0, 1, null],
    ["P7D", 0, 7, null],
    ["P2W", 0, 14, null],
    ["P1M", 1, 0, null],
    ["P1Y2M3D", 14, 3, null],
    ["P1DT12H", 0, 1, 43_200_000],
  ])("%s is %i months, %i days and %s ms", (text, months, days, timeMs) => {
    expect(parseDuration(text)).toEqual({ months, days, timeMs });
  });

  it.each(["", "P", "PT", "P1DT", "1D", "P1S", "PT1D", "P1,5D", "p1d"])("refuses %j", (text) => {
    expect(() => parseDuration(text)).toThrow("duration-malformed");
  });
});
