import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Coverage, isPartialCoverage, leastCovered } from "./coverage.ts";
import { MISSING_STATUS_REASON, ObservationStatus, STATUS_RANK } from "./observation-status.ts";
import { MISSING_REASONS, numberValue } from "./value.ts";

const coverage: fc.Arbitrary<Coverage> = fc
  .tuple(fc.integer({ min: 1, max: 34 }), fc.nat(34), fc.option(fc.integer({ min: 0, max: 10 }).map((n) => n / 10)))
  .map(([of, have, weightShare]) => ({ have: Math.min(have, of), of, weightShare }));

describe("the lower of two coverages", () => {
  it("does not depend on the order or the grouping of what was read", () => {
    fc.assert(
      fc.property(fc.option(coverage), fc.option(coverage), fc.option(coverage), (a, b, c) => {
        const same = (x: Coverage | null) => x && [x.have / x.of, x.have - x.of, x.weightShare ?? 1];
        expect(same(leastCovered(a, b))).toEqual(same(leastCovered(b, a)));
        expect(same(leastCovered(leastCovered(a, b), c))).toEqual(same(leastCovered(a, leastCovered(b, c))));
      }),
    );
  });

  it("is never that of a whole, and none of two wholes", () => {
    fc.assert(
      fc.property(coverage, coverage, (a, b) => {
        const least = leastCovered(a, b);
        expect(least === null).toBe(!isPartialCoverage(a) && !isPartialCoverage(b));
        if (least !== null) expect(least.have).toBeLessThan(least.of);
      }),
    );
  });

  it.each<[Coverage, Coverage, "first" | "second"]>([
    [{ have: 1, of: 3, weightShare: null }, { have: 1, of: 2, weightShare: null }, "first"],
    [{ have: 17, of: 34, weightShare: null }, { have: 1, of: 2, weightShare: null }, "first"],
    [{ have: 1, of: 2, weightShare: 0.9 }, { have: 1, of: 2, weightShare: 0.2 }, "second"],
    [{ have: 1, of: 2, weightShare: null }, { have: 1, of: 2, weightShare: 0.99 }, "second"],
    [{ have: 2, of: 2, weightShare: 0.1 }, { have: 33, of: 34, weightShare: 1 }, "second"],
  ])("of %o and %o is the %s", (a, b, which) => {
    expect(leastCovered(a, b)).toEqual(which === "first" ? a : b);
  });
});

describe("values and statuses", () => {
  it("make an error of what is no finite number, and keep zero a number", () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((each) => numberValue(each))).toEqual(
      Array.from({ length: 3 }, () => ({ kind: "error", code: "not-finite" })),
    );
    expect(numberValue(0)).toEqual({ kind: "number", value: 0 });
  });

  it("have the seven statuses of SDMX, three of them absences with a reason of the list", () => {
    expect(ObservationStatus.options).toEqual(["A", "P", "E", "F", "M", "O", "L"]);
    expect(Object.keys(MISSING_STATUS_REASON)).toEqual(["M", "O", "L"]);
    for (const reason of Object.values(MISSING_STATUS_REASON)) expect(MISSING_REASONS).toContain(reason);
  });

  it("rank only what may go up: A over P over E", () => {
    const ranked = ObservationStatus.options.filter((status) => STATUS_RANK[status] !== undefined);
    expect(ranked.toSorted((a, b) => (STATUS_RANK[b] ?? 0) - (STATUS_RANK[a] ?? 0))).toEqual(["A", "P", "E"]);
  });
});
