import { describe, expect, it } from "vitest";
import { groupStarts, shownLabels } from "./axis-labels.ts";

const months = (count: number, from = 2) =>
  Array.from({ length: count }, (_, index) => {
    const at = from - 1 + index;
    return { label: `T${(at % 12) + 1}`, group: String(2024 + Math.floor(at / 12)) };
  });

describe("shownLabels", () => {
  it("names every period where there is room", () => {
    expect(shownLabels(months(13), 57).size).toBe(13);
  });

  it("always names the latest one", () => {
    for (const count of [13, 25, 61]) expect(shownLabels(months(count), 11).has(count - 1)).toBe(true);
  });
});

describe("groupStarts", () => {
  it("writes the year under its first period", () => {
    expect([...groupStarts(months(13), 57)]).toEqual([
      [0, "2024"],
      [11, "2025"],
    ]);
  });

  it("leaves out a year that the next one would touch", () => {
    const points = [...months(1, 12), ...months(12, 13)];
    expect([...groupStarts(points, 12).values()]).toEqual(["2025"]);
  });
});
