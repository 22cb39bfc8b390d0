import { errorValue, missingValue, numberValue } from "@bochiso/shared/observation";
import { describe, expect, it } from "vitest";
import { aCard, same } from "../../../testing/fixtures.ts";
import { bulletView } from "./bullet-view.ts";
import { planView } from "./plan-view.ts";

const plan = (percent: number, due: number | null, target: number | null) => ({
  percent: numberValue(percent),
  due: due === null ? missingValue("not-reported") : numberValue(due),
  target,
});
const PERCENT = { unit: same("%"), factor: 1, decimals: 2 };

describe("planView", () => {
  it("reads a sum as its percent of the plan with the level due", () => {
    const view = planView(aCard({ plan: plan(8.518, 9.07, 857_525) }), "cham", "vi");
    expect(view).toMatchObject({
      text: "8,52% kế hoạch, mức phải đạt 9,07%",
      said: "8,52% kế hoạch, mức phải đạt đến nay 9,07%",
      short: "8,5%, mốc 9,1%",
      shape: "cham",
    });
    expect(planView(aCard({ plan: plan(8.518, 9.07, 857_525) }), "cham", "en")?.text).toBe(
      "8.52% of plan, due by now 9.07%",
    );
    expect(planView(aCard({ plan: plan(16.404, 16.9, 857_525) }), "dat", "vi")?.text).toBe(
      "16,4% kế hoạch, mức phải đạt 16,9%",
    );
  });

  it("says that the share of the plan is of the sum since its start, where the card shows one month", () => {
    const summed = { ...plan(82.097, 83.33, 77_000), summed: true };
    expect(planView(aCard({ plan: summed }), "dat", "vi")).toMatchObject({
      text: "lũy kế 82,1% kế hoạch, mức phải đạt 83,3%",
      said: "lũy kế từ đầu kỳ giao 82,1% kế hoạch, mức phải đạt đến nay 83,3%",
      short: "lũy kế 82,1%, mốc 83,3%",
    });
    expect(planView(aCard({ plan: summed }), "dat", "en")?.text).toBe("to date 82.1% of plan, due by now 83.3%");
  });

  it("reads a ceiling by its level: a percent of a limit says nothing", () => {
    const card = aCard({
      plan: plan(72.67, 100, 4.5),
      direction: "lower",
      accumulation: "rate",
      valueType: "growth_pct",
      display: PERCENT,
    });
    const view = planView(card, "dat", "vi");
    expect(view).toMatchObject({ text: "chỉ tiêu không quá 4,50%", short: "không quá 4,50%" });
    expect(view?.bullet.gap).toBeNull();
    expect(view?.bullet.due).toBeCloseTo(80);
  });

  it("reads a level on its way by the level due and the goal", () => {
    const card = aCard({ plan: plan(120, 115, 2), direction: "lower", accumulation: "stock", display: PERCENT });
    expect(planView(card, "cham", "vi")?.text).toBe("mức phải đạt 2,30%, chỉ tiêu không quá 2,00%");
    expect(planView(card, "cham", "vi")?.short).toBe("mốc đến nay 2,30%");
  });

  it("offsets a comparison index as its card does", () => {
    const card = aCard({
      plan: plan(98.3, 100, 109),
      accumulation: "index",
      growthOffset: -100,
      valueType: "index_pct",
      display: { ...PERCENT, decimals: 1 },
    });
    expect(planView(card, "cham", "vi")?.text).toBe("chỉ tiêu 9,0%");
  });

  it("still gives the percent where the level due is unknown, and nothing where the percent is no number", () => {
    expect(planView(aCard({ plan: plan(8.5, null, 100) }), "khong", "vi")?.text).toBe("8,50% kế hoạch");
    const failed = { percent: errorValue("division-by-zero"), due: missingValue("not-reported"), target: 0 };
    expect(planView(aCard({ plan: failed }), "khong", "vi")).toBeNull();
    expect(planView(aCard(), "khong", "vi")).toBeNull();
  });
});

describe("bulletView", () => {
  it("places what is missing between the value and the tick", () => {
    const view = bulletView({ actual: 8.52, due: 9.07, goal: 100, lowerIsBetter: false });
    expect(view).toMatchObject({ actual: { from: 0, width: 8.52 }, due: 9.07, goal: null, zero: null });
    expect(view.gap?.from).toBeCloseTo(8.52);
    expect(view.gap?.width).toBeCloseTo(0.55);
  });

  it("keeps a bar within its frame when the plan is exceeded, and marks the plan inside", () => {
    expect(bulletView({ actual: 125, due: 50, goal: 100, lowerIsBetter: false })).toEqual({
      actual: { from: 0, width: 100 },
      gap: null,
      due: 40,
      goal: 80,
      range: null,
      zero: null,
    });
  });

  it("flips the gap, not the axis, where lower is better", () => {
    const over = bulletView({ actual: 6, due: 5, goal: 5, lowerIsBetter: true });
    expect(over.gap).toEqual({ from: 80, width: 16 });
    expect(over.actual).toEqual({ from: 0, width: 96 });
    expect(bulletView({ actual: 4, due: 5, goal: 5, lowerIsBetter: true }).gap).toBeNull();
  });

  it("hangs a negative value to the left of a line of zero", () => {
    const view = bulletView({ actual: -1.5, due: 3, goal: 3, lowerIsBetter: false });
    expect(view.zero).toBeCloseTo((1.5 / 4.5) * 100);
    expect(view.actual.from).toBe(0);
    expect(view.actual.width).toBeCloseTo(view.zero ?? 0);
    expect(view.gap?.from).toBeCloseTo(view.zero ?? 0);
    expect(view.gap?.width).toBeCloseTo(100 - (view.zero ?? 0));
    const deeper = bulletView({ actual: -5, due: -2, goal: -2, lowerIsBetter: false });
    expect(deeper.gap).toEqual({ from: 0, width: 60 });
  });

  it("starts at the baseline where a level moves from it, without turning the axis", () => {
    const view = bulletView({ actual: 29.5, due: 29.25, goal: 29, lowerIsBetter: true, origin: 30 });
    expect(view).toMatchObject({ actual: { from: 50, width: 50 }, due: 25, gap: { from: 25, width: 25 }, zero: null });
  });

  it("draws a range to stay in, with room beyond it", () => {
    const view = bulletView({ actual: 4.9, due: null, goal: 5, lowerIsBetter: false, range: { min: 4, max: 5 } });
    expect(view).toMatchObject({ range: { from: 64, width: 16 }, gap: null, due: null, goal: null });
  });

  it("stays finite where everything is zero", () => {
    const view = bulletView({ actual: 0, due: 0, goal: 0, lowerIsBetter: true });
    expect([view.actual.from, view.actual.width, view.due].every(Number.isFinite)).toBe(true);
  });
});
