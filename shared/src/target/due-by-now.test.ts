import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { periodFromId } from "../period/period-from-id.ts";
import type { PeriodType } from "../period/period-type.ts";
import { actualToDate } from "./actual-to-date.ts";
import { dueByNow } from "./due-by-now.ts";
import { Target } from "./target.ts";
import { aHistory } from "./testing/a-history.ts";
import { aTarget } from "./testing/a-target.ts";

const flow = aDefinition();
const ytd = aDefinition({ accumulation: "ytd", aggregation: { area: "none", time: "last" } });
const stock = aDefinition({ accumulation: "stock", aggregation: { area: "none", time: "last" } });
const rate = aDefinition({ accumulation: "rate", aggregation: { area: "none", time: "mean" }, direction: "lower" });

const at = (id: string, type: PeriodType = "month") => periodFromId(id, type);
const levelAt = (changes: Parameters<typeof aTarget>[0], subject: typeof flow, id: string, history = new Map()) => {
  const due = dueByNow({ target: aTarget(changes), subject, period: at(id, subject.periodType), history });
  return due.ok ? (due.level.kind === "value" ? due.level.value : due.level) : due.code;
};

describe("the level due by now", () => {
  it.each([
    ["2026-01", 100],
    ["2026-06", 600],
    ["2026-10", 1000],
    ["2026-12", 1200],
    ["2025-12", "before-target"],
    ["2027-01", "after-target"],
  ])("of a yearly sum in %s is %s", (id, level) => {
    expect(levelAt({}, flow, id)).toBe(level);
    expect(levelAt({}, ytd, id)).toBe(level);
  });

  it.each([
    ["quarter", "2026-Q3", 900],
    ["half-year", "2026-S1", 600],
    ["year", "2026", 1200],
    ["week", "2026-W53", 1200],
    ["day", "2026-07-02", 1200 * (183 / 365)],
    ["half-month", "2026-01-16/P16D", 100],
    ["term", "2026/P5Y", "period-does-not-nest"],
  ] as const)("answers a %s (%s) with %s", (periodType, id, level) => {
    expect(levelAt({}, aDefinition({ periodType }), id)).toBe(level);
  });

  it("counts a quarter's year-to-date target from January, a quarter's flow from its first month", () => {
    expect(levelAt({ by: "2026-Q3" }, ytd, "2026-03")).toBe(400);
    expect(levelAt({ by: "2026-Q3" }, flow, "2026-03")).toBe("before-target");
    expect(levelAt({ by: "2026-Q3" }, flow, "2026-08")).toBe(800);
  });

  it("spreads a five-year sum over sixty months and refuses weeks in a quarter", () => {
    expect(levelAt({ by: "2026/P5Y" }, flow, "2028-06")).toBe(600);
    expect(levelAt({ by: "2026-Q3" }, aDefinition({ periodType: "week" }), "2026-W30")).toBe("period-does-not-nest");
  });

  it("moves a level from its baseline, upwards and downwards", () => {
    const up = { goal: { kind: "value", value: 60 }, baseline: { period: "2025", value: 48 } };
    expect(levelAt(up, stock, "2026-03")).toBe(51);
    const down = { goal: { kind: "value", value: 36 }, baseline: { period: "2025-12", value: 48 } };
    expect(levelAt(down, stock, "2026-03")).toBe(45);
    expect(levelAt(down, stock, "2026-12")).toBe(36);
    expect(levelAt(down, stock, "2025-12")).toBe("before-target");
  });

  it("holds a level without a baseline in every period, also before the year once in force", () => {
    const ceiling = { goal: { kind: "range", min: null, max: 4.5 } };
    expect(levelAt(ceiling, rate, "2026-01")).toEqual({ kind: "range", min: null, max: 4.5 });
    expect(levelAt({ ...ceiling, by: "2030" }, rate, "2027-05")).toEqual({ kind: "range", min: null, max: 4.5 });
  });

  it("lets a completion rate climb from zero where its target says so", () => {
    const climbing = { goal: { kind: "value", value: 96 }, course: "accumulates" };
    expect(levelAt(climbing, rate, "2026-04")).toBe(32);
    expect(levelAt({ goal: { kind: "value", value: 96 } }, rate, "2026-04")).toBe(96);
  });

  it("says a share that is the level itself once", () => {
    const display = { unit: { vi: "%", en: "%" }, factor: 1, decimals: 2 };
    const subject = aDefinition({ ...rate, direction: "higher", display });
    const target = aTarget({ goal: { kind: "value", value: 100 }, course: "accumulates" });
    const due = dueByNow({ target, subject, period: at("2026-10"), history: new Map() });
    expect(due.reason.vi).toMatch(/phải đạt 83,33%$/u);
    expect(due.reason.en).toContain("83.33% is due by the end of");
  });

  it("scales both bounds of a range", () => {
    const goal = { kind: "range", min: 1200, max: 2400 };
    expect(levelAt({ goal }, flow, "2026-06")).toEqual({ kind: "range", min: 600, max: 1200 });
  });
});

describe("pace profiles", () => {
  const year = [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4];
  const history = aHistory("2023-01", [...year, ...year.map((it) => it * 2), ...year.map((it) => it * 3)]);

  it("takes seasonal shares of the last three years, each year alike", () => {
    expect(levelAt({ pace: { kind: "seasonal" } }, flow, "2026-02", history)).toBeCloseTo(1200 * (2 / 24), 9);
    expect(levelAt({ pace: { kind: "seasonal" } }, flow, "2026-11", history)).toBeCloseTo(1200 * (20 / 24), 9);
    expect(levelAt({ pace: { kind: "seasonal" } }, flow, "2026-12", history)).toBe(1200);
  });

  it("reads the same shares from a year-to-date series", () => {
    const sums = year.map((_, index) => year.slice(0, index + 1).reduce((a, b) => a + b, 0));
    const running = aHistory("2023-01", [...sums, ...sums, ...sums]);
    expect(levelAt({ pace: { kind: "seasonal" } }, ytd, "2026-02", running)).toBeCloseTo(100, 9);
  });

  it("leaves out years with a gap, and says so when fewer than two are left", () => {
    const gap = new Map(history);
    gap.delete(12 * 2024 + 5);
    expect(levelAt({ pace: { kind: "seasonal" } }, flow, "2026-02", gap)).toBeCloseTo(100, 9);
    gap.delete(12 * 2023 + 5);
    const due = dueByNow({
      target: aTarget({ pace: { kind: "seasonal" } }),
      subject: flow,
      period: at("2026-02"),
      history: gap,
    });
    expect(due).toMatchObject({ ok: true, share: 2 / 12, pace: { asked: "seasonal", used: "linear" } });
    expect(due.reason.vi).toContain("chỉ có 1/3 năm đủ số liệu");
  });

  it("gives every year of a term the same weight and its seasons", () => {
    const due = levelAt({ pace: { kind: "seasonal" }, by: "2026/P5Y" }, flow, "2026-02", history);
    expect(due).toBeCloseTo((1200 / 5) * (2 / 24), 9);
  });

  it("reads a custom table by quarters, also between its rows", () => {
    const pace = { kind: "custom", periodType: "quarter", shares: [0.1, 0.3, 0.6, 1] };
    expect(levelAt({ pace }, flow, "2026-03")).toBeCloseTo(120, 9);
    expect(levelAt({ pace }, flow, "2026-04")).toBeCloseTo(200, 9);
    expect(levelAt({ pace }, flow, "2026-12")).toBe(1200);
    expect(levelAt({ pace }, aDefinition({ periodType: "half-year" }), "2026-S1")).toBeCloseTo(360, 9);
    expect(levelAt({ pace, by: "2026-S1" }, flow, "2026-03")).toBe("pace-does-not-fit");
  });
});

describe("the figure judged", () => {
  const taken = (
    changes: Parameters<typeof aTarget>[0],
    subject: typeof flow,
    id: string,
    history: Map<number, number>,
  ) => actualToDate({ target: aTarget(changes), subject, period: at(id), history });

  it("adds flows since the start and needs every one of them", () => {
    const history = aHistory("2026-01", [10, 20, 30]);
    expect(taken({}, flow, "2026-03", history)).toMatchObject({ how: "sum", value: { kind: "number", value: 60 } });
    history.delete(12 * 2026 + 1);
    expect(taken({}, flow, "2026-03", history)?.value).toEqual({ kind: "missing", reason: "incomplete-parts" });
  });

  it("takes the latest year-to-date figure, and adds year ends under a term", () => {
    const history = aHistory("2026-11", [900, 1000, 80, 150]);
    expect(taken({}, ytd, "2026-12", history)?.value).toEqual({ kind: "number", value: 1000 });
    expect(taken({ by: "2026/P5Y" }, ytd, "2027-02", history)?.value).toEqual({ kind: "number", value: 1150 });
  });

  it("takes the mean since January of a rate whose time rule is mean, the latest value of a stock", () => {
    const history = aHistory("2026-01", [2, 4, 6]);
    expect(taken({}, rate, "2026-03", history)).toMatchObject({ how: "mean", value: { value: 4 } });
    expect(taken({}, stock, "2026-03", history)).toMatchObject({ how: "latest", value: { value: 6 } });
    expect(taken({}, stock, "2027-03", history)).toBeNull();
  });
});

describe("the target entity", () => {
  const refused = (changes: Record<string, unknown>) => {
    const { success } = Target.safeParse({ ...aTarget(), ...changes });
    return !success;
  };

  it("normalises periods", () => {
    expect(aTarget({ by: "2026-M10" }).by).toBe("2026-10");
    expect(aTarget({ by: "2026-2030" }).by).toBe("2026/P5Y");
  });

  it.each([
    ["an impossible deadline", { by: "2026-13" }],
    ["a deadline without end", { by: "2026-01-01/.." }],
    ["a range without bounds", { goal: { kind: "range", min: null, max: null } }],
    ["a range upside down", { goal: { kind: "range", min: 2, max: 1 } }],
    ["shares that fall", { pace: { kind: "custom", periodType: "half-year", shares: [1, 0.5] } }],
    ["shares that end short", { pace: { kind: "custom", periodType: "half-year", shares: [0.4, 0.9] } }],
    ["a validity that ends before it begins", { validity: { from: "2026-02-01", to: "2026-01-01" } }],
    ["a baseline after the deadline", { baseline: { period: "2027", value: 1 } }],
    ["moving without a baseline", { course: "moves" }],
    ["an infinite goal", { goal: { kind: "value", value: Number.POSITIVE_INFINITY } }],
  ])("refuses %s", (_name, changes) => {
    expect(refused(changes)).toBe(true);
  });

  it("says the level due with its grounds in Vietnamese", () => {
    const due = dueByNow({ target: aTarget(), subject: flow, period: at("2026-10"), history: new Map() });
    expect(due.reason.vi).toBe(
      "Chỉ tiêu 1,2 tỷ USD đến hết năm 2026, cộng dồn từ đầu kỳ giao, chia đều: 10 trên 12 kỳ; hết tháng 10/2026 phải đi được 83,3%, tức 1,0 tỷ USD",
    );
    expect(due.ok && due.grounds.map(({ id }) => id)).toEqual(["goal", "share", "due"]);
  });
});
