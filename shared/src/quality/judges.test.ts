import { describe, expect, it } from "vitest";
import { AreaCode } from "../area/area-code.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { judgeChange } from "./judge-change.ts";
import { expectedCells, judgeCompleteness } from "./judge-completeness.ts";
import { judgeMagnitude } from "./judge-magnitude.ts";
import { judgeRange } from "./judge-range.ts";
import { judgeTimeliness } from "./judge-timeliness.ts";
import type { NumberSeries } from "./number-series.ts";
import type { CheckOf } from "./quality-rule.ts";
import { median, robustSpread } from "./robust.ts";

const JANUARY = periodFromId("2024-01", "month").ordinal;

/** Monthly numbers from January 2024 on; null = nothing reported. */
function months(numbers: readonly (number | null)[], breaks: readonly number[] = []): NumberSeries {
  return { periodType: "month", breaks, at: (ordinal) => numbers[ordinal - JANUARY] ?? null };
}

function aChange(fields: Partial<CheckOf<"change">> = {}): CheckOf<"change"> {
  return {
    kind: "change",
    against: "previous",
    measure: "ratio",
    floor: 30,
    deviations: 6,
    history: 36,
    minHistory: 6,
    ...fields,
  };
}

const kindAt = (numbers: readonly (number | null)[], check = aChange(), breaks: readonly number[] = []) =>
  judgeChange(check, months(numbers, breaks), JANUARY + numbers.length - 1).kind;

const CALM = [100, 102, 99, 101, 100, 103, 100, 101];

describe("median and robust spread", () => {
  it.each<[readonly number[], number | null]>([
    [[], null],
    [[3], 3],
    [[1, 9], 5],
    [[5, 1, 100], 5],
  ])("the middle of %j is %s", (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });

  it("one outlier moves neither", () => {
    expect(robustSpread([1, 2, 3, 4, 1_000_000])).toEqual({ middle: 3, deviation: 1.4826 });
  });
});

describe("range", () => {
  it.each([
    [0, "passed"],
    [120, "passed"],
    [120.01, "broken"],
    [-0.01, "broken"],
  ] as const)("%s within 0 to 120 is %s", (got, kind) => {
    expect(judgeRange({ kind: "range", min: 0, max: 120 }, got).kind).toBe(kind);
  });

  it("says nothing of an absence", () => {
    expect(judgeRange({ kind: "range", min: 0, max: null }, null).kind).toBe("not-judged");
  });
});

describe("change", () => {
  it.each<[string, number, string]>([
    ["at the floor", 130, "passed"],
    ["beyond it", 131.5, "broken"],
    ["a fall at the floor", 101 / 1.3, "passed"],
    ["a fall beyond it", 76, "broken"],
    ["a fall to zero", 0, "broken"],
  ])("%s: %d after about 100 is %s", (_what, got, kind) => {
    // The last of the calm numbers is 101; a floor of 30 % is ×1.3 or ÷1.3.
    const last = got === 130 ? 131.3 : got;
    expect(kindAt([...CALM, last])).toBe(kind);
  });

  it("tells the expected interval in the unit of the indicator", () => {
    const verdict = judgeChange(aChange(), months([...CALM, 500]), JANUARY + CALM.length);
    expect(verdict).toMatchObject({ kind: "broken", finding: { got: 500, against: 101, basis: 7 } });
    const { min, max } = verdict.kind === "broken" ? verdict.finding : { min: null, max: null };
    expect(min).toBeCloseTo(101 / 1.3, 6);
    expect(max).toBeCloseTo(101 * 1.3, 6);
  });

  it("follows a series that is restless by itself", () => {
    const restless = [10, 40, 12, 50, 9, 45, 11, 38, 10, 44];
    expect(kindAt([...restless, 12])).toBe("passed");
    expect(kindAt([...restless, 44_000])).toBe("broken");
  });

  it("says nothing where history, the base or comparability is missing", () => {
    expect(kindAt([100, 101, 500])).toBe("not-judged");
    expect(kindAt([...CALM, null, 500])).toBe("not-judged");
    expect(kindAt([...CALM, 500], aChange(), [JANUARY + CALM.length])).toBe("not-judged");
  });

  it("compares rates by their difference, below zero too", () => {
    const check = aChange({ measure: "difference", floor: 2 });
    expect(kindAt([-1, 0, -0.5, 0.5, 0, -0.4, 0.2, 1.9], check)).toBe("passed");
    expect(kindAt([-1, 0, -0.5, 0.5, 0, -0.4, 0.2, 9], check)).toBe("broken");
  });

  it("holds a month against the same month last year", () => {
    const year = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 80];
    const check = aChange({ against: "year-ago", minHistory: 3 });
    const next = [...year, ...year.slice(0, 11)];
    expect(kindAt([...next, 80], check)).toBe("passed");
    expect(kindAt([...next, 10], check)).toBe("broken");
  });
});

describe("magnitude", () => {
  const at = (got: number, before: readonly number[] = CALM) =>
    judgeMagnitude(months([...before, got]), JANUARY + before.length);

  it.each([
    [1_000, 1],
    [10_200, 2],
    [99_000, 3],
    [10, -1],
    [0.1, -3],
  ])("%d after about 100 is off by 10^%d", (got, power) => {
    expect(at(got)).toMatchObject({ kind: "broken", finding: { got, power, against: 100.5 } });
  });

  it("passes what is no slip of a unit, however large", () => {
    expect([at(130).kind, at(300).kind, at(10_000_000).kind]).toEqual(["passed", "passed", "passed"]);
  });

  it("passes what was so in the same month last year, but not in the month before", () => {
    const calm = [100, 101, 99, 102, 100, 98, 103, 100, 101, 99, 100];
    expect(at(1_000, [990, ...calm]).kind).toBe("passed");
    expect(at(1_000, [100, ...calm.slice(0, -1), 990]).kind).toBe("broken");
  });

  it("is not misled by an earlier slip, and says nothing of restless or short series", () => {
    expect(at(1_000, [...CALM, 1_000]).kind).toBe("broken");
    expect(at(1_000, [100, 400, 20, 900, 70, 300]).kind).toBe("not-judged");
    expect(at(1_000, [100, 101, 99]).kind).toBe("not-judged");
  });
});

describe("completeness", () => {
  const expected = expectedCells({ areas: [AreaCode.parse("VN")], breakdowns: ["", "side=p"] });
  const judge = (cells: readonly string[], month = 5) => {
    const has = (at: number, ordinal: number): boolean =>
      cells.includes(`${expected[at]?.area}|${expected[at]?.breakdown} ${ordinal - JANUARY}`);
    const presence = { has, count: (ordinal: number) => expected.filter((_, at) => has(at, ordinal)).length };
    return judgeCompleteness({ expected, periodType: "month", ordinal: JANUARY + month, presence });
  };

  it("names what is missing once something of the period arrived", () => {
    expect(judge(["VN| 5", "VN|side=p 5"]).kind).toBe("passed");
    expect(judge(["VN| 5"])).toMatchObject({ kind: "broken", finding: { missing: ["VN|side=p"], of: 2 } });
  });

  it("tells a period skipped between others within a year, neither the first nor one to come", () => {
    expect(judge(["VN| 4", "VN| 6"])).toMatchObject({ kind: "broken", finding: { of: 2 } });
    expect(judge(["VN| 4"]).kind).toBe("not-judged");
    expect(judge(["VN| 6"]).kind).toBe("not-judged");
    expect(judge(["VN| -8", "VN| 17"]).kind).toBe("not-judged");
  });
});

describe("timeliness", () => {
  it.each([
    ["2024-02-03T16:59:59.999Z", "passed"],
    ["2024-02-03T17:00:00.000Z", "broken"],
    [null, "not-judged"],
  ] as const)("received %s is %s", (received, kind) => {
    expect(judgeTimeliness("2024-02-03T16:59:59.999Z", received).kind).toBe(kind);
  });
});
