import { describe, expect, it } from "vitest";
import { figureChange } from "./figure-change.ts";

describe("how a new figure stands to another", () => {
  it.each<[string, string, string | null, boolean]>([
    ["489", "489000", "gấp 1.000 lần", true],
    ["489000", "489", "bằng 1/1.000", true],
    ["40", "1234", "gấp 30,9 lần", true],
    ["489", "495.5", "+1,3%", false],
    ["489", "300", "−38,7%", false],
    ["-12", "-12000", "gấp 1.000 lần", true],
    ["-12", "12", "đổi dấu", true],
    ["489", "489.0", null, false],
    ["0", "5", null, false],
    ["5", "0", null, false],
  ])("%s to %s: %s", (from, to, vi, isLarge) => {
    const change = figureChange(from, to, { isPercent: false });
    expect([change?.text.vi ?? null, change?.isLarge ?? false]).toEqual([vi, isLarge]);
  });

  it("is told in points for what is in percent", () => {
    expect(figureChange("8.3", "8.5", { isPercent: true })).toMatchObject({
      text: { vi: "+0,2 điểm %" },
      isLarge: false,
    });
    expect(figureChange("8.3", "83", { isPercent: true })).toMatchObject({ isLarge: true });
  });
});
