import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeCompleteness } from "./judge-completeness.ts";
import { judgeRange } from "./judge-range.ts";
import { judgeTimeliness } from "./judge-timeliness.ts";
import { evidenceOf } from "./quality-finding.ts";
import { median, robustSpread } from "./robust.ts";

describe("bounds, deliveries and moments", () => {
  const bound = fc.option(fc.integer({ min: -50, max: 50 }));

  it("a figure within a range is within every wider one", () => {
    fc.assert(
      fc.property(bound, bound, fc.integer({ min: -60, max: 60 }), fc.nat(20), (min, max, got, wider) => {
        fc.pre(judgeRange({ kind: "range", min, max }, got).kind === "passed");
        const wide = {
          kind: "range",
          min: min === null ? null : min - wider,
          max: max === null ? null : max + wider,
        } as const;
        expect(judgeRange(wide, got).kind).toBe("passed");
        expect(judgeRange({ kind: "range", min: null, max: null }, got).kind).toBe("passed");
      }),
    );
  });

  it("a delivery that began lacks exactly the cells that did not arrive", () => {
    const expected = ["01", "04", "79"].flatMap((area) => ["", "side=p"].map((breakdown) => ({ area, breakdown })));
    fc.assert(
      fc.property(fc.subarray(expected, { minLength: 1 }), (arrived) => {
        const here = expected.map((cell) => arrived.includes(cell));
        const presence = { has: (at: number) => here[at] === true, count: () => arrived.length };
        const verdict = judgeCompleteness({ expected, periodType: "month", ordinal: 24_000, presence });
        const missing = expected.filter((cell) => !arrived.includes(cell)).map((it) => `${it.area}|${it.breakdown}`);
        expect(verdict.kind === "broken" ? verdict.finding.missing : []).toEqual(missing);
        expect(verdict.kind).toBe(missing.length === 0 ? "passed" : "broken");
      }),
    );
  });

  it.each([
    ["2026-11-06T23:59:59.999+07:00", "2026-11-06T16:59:59.999Z", "passed"],
    ["2026-11-06T23:59:59.999+07:00", "2026-11-06T17:00:00.000Z", "broken"],
    ["2026-11-06T23:59:59.999+07:00", "2026-11-07T00:00:00.000+07:00", "broken"],
    ["2026-11-06T16:59:59.999Z", "2026-11-06T23:59:59.999+07:00", "passed"],
    ["hôm nay", "2026-11-06T17:00:00.000Z", "not-judged"],
    [null, "2026-11-06T17:00:00.000Z", "not-judged"],
  ])("due %s, received %s: %s", (due, received, kind) => {
    expect(judgeTimeliness(due, received).kind).toBe(kind);
  });

  it("a confirmation holds while the figure and what it stood against do, however the interval drifts", () => {
    const finding = { got: 5, against: 1, min: 0, max: 2, basis: 9 };
    expect(evidenceOf({ ...finding, min: -1, max: 3, basis: 12 })).toBe(evidenceOf(finding));
    for (const other of [{ got: 6 }, { against: 2 }, { against: null }, { missing: ["01|"] }])
      expect(evidenceOf({ ...finding, ...other })).not.toBe(evidenceOf(finding));
  });
});

describe("median and robust spread", () => {
  const numbers = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 30 });

  it("move with the numbers: added, multiplied, turned round", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -9, max: 9 }), fc.integer({ min: -99, max: 99 }), (list, times, plus) => {
        const [own, moved] = [robustSpread(list), robustSpread(list.map((it) => it * times + plus))];
        expect(moved?.middle).toBe((own?.middle ?? 0) * times + plus);
        expect(moved?.deviation).toBeCloseTo((own?.deviation ?? 0) * Math.abs(times), 9);
      }),
    );
  });

  it("have as many numbers above the middle as below it", () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const middle = median(list) ?? Number.NaN;
        const [above, below] = [list.filter((it) => it > middle).length, list.filter((it) => it < middle).length];
        expect(Math.max(above, below)).toBeLessThanOrEqual(list.length / 2);
        expect(median(list.toReversed())).toBe(middle);
      }),
    );
  });
});
