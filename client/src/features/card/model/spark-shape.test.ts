import type { PeriodId } from "@bochiso/shared/period";
import type { SparkPoint } from "@bochiso/shared/screen";
import { describe, expect, it } from "vitest";
import { barsShape, lineShape } from "./spark-shape.ts";

const BOX = { width: 130, height: 40 };
const points = (...values: (number | null)[]): SparkPoint[] =>
  values.map((value, index) => ({
    period: `2025-${String(index + 1).padStart(2, "0")}` as PeriodId,
    value,
    status: "E",
    samePeriodLastYear: index === 0,
  }));

describe("barsShape", () => {
  it("leaves a gap where a period has no value", () => {
    const shape = barsShape(points(1, null, 3), BOX);
    expect(shape.bars).toHaveLength(2);
    expect(shape.gaps).toHaveLength(1);
  });

  it("starts at zero and hangs negative values below the zero line", () => {
    const shape = barsShape(points(10, -10), BOX);
    expect(shape.zero).toBe(20);
    expect(shape.bars.map((bar) => bar.y)).toEqual([1, 20]);
    expect(barsShape(points(10, 20), BOX).zero).toBeNull();
  });

  it("marks last year lighter and an estimate hatched", () => {
    expect(barsShape(points(1, 2, 3), BOX).bars.map((bar) => bar.tone)).toEqual(["last-year", "context", "estimate"]);
  });

  it("draws equal and zero values without dividing by zero", () => {
    for (const shape of [barsShape(points(0, 0), BOX), barsShape(points(), BOX)]) {
      expect(shape.bars.every((bar) => Number.isFinite(bar.y) && bar.height >= 1)).toBe(true);
    }
  });
});

describe("lineShape", () => {
  it("breaks the line at a gap", () => {
    expect(lineShape(points(1, 2, null, 4, 5), BOX).path.match(/M/g)).toHaveLength(2);
  });

  it("keeps a flat line in the middle", () => {
    expect(lineShape(points(5, 5), BOX).last).toMatchObject({ y: 20, estimate: true });
  });

  it("has no last point when the last period is missing", () => {
    expect(lineShape(points(1, null), BOX).last).toBeNull();
  });
});
