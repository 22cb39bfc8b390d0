import { describe, expect, it } from "vitest";
import { parsePeriod } from "../period/parse-period.ts";
import { buildStrip, STRIP_LENGTH, type StripDelivery, type StripIndicator, type StripInput } from "./build-strip.ts";
import { SINCE_EVER } from "./since-ever.ts";

/** Due at the end of the tenth day after the month, in Viet Nam. */
const RULE = { lagDays: 10, basis: "calendar", workingDays: false, proposed: false } as const;
const NOW = "2026-11-22T03:00:00.000Z";

function month(text: string): number {
  const parsed = parsePeriod(text, "month");
  if (!parsed.ok) throw new Error(text);
  return parsed.period.ordinal;
}

function anIndicator(change: Partial<StripIndicator> = {}): StripIndicator {
  return { code: "a.b", rule: RULE, since: month("2026-07"), isOwned: true, ...change };
}

function came(text: string, at: string, change: Partial<StripDelivery> = {}): StripDelivery {
  const base = { indicator: "a.b", ordinal: month(text), firstAt: at, lastAt: at, cells: 1, late: 0, replayed: 0 };
  return { ...base, ...change };
}

function build(change: Partial<StripInput>) {
  return buildStrip({
    periodType: "month",
    now: NOW,
    judgedSince: null,
    undatedSince: null,
    connectedSince: SINCE_EVER,
    indicators: [anIndicator()],
    deliveries: [],
    ...change,
  });
}

function states(change: Partial<StripInput>): Record<string, string> {
  return Object.fromEntries(
    build(change)
      .strip.cells.slice(-6)
      .map(({ period, state }) => [period, state]),
  );
}

describe("the strip of a feed", () => {
  it("has thirty periods up to the one that runs now", () => {
    const { cells } = build({}).strip;
    expect([cells.length, cells[0]?.period, cells.at(-1)?.period]).toEqual([STRIP_LENGTH, "2024-06", "2026-11"]);
  });

  it("tells on time, late, missing, not yet due, and nothing before the first delivery", () => {
    const deliveries = [
      came("2026-07", "2026-08-10T16:59:59.999Z"),
      came("2026-08", "2026-09-11T00:00:00.000Z", { late: 1 }),
      came("2026-10", "2026-11-05T00:00:00.000Z"),
    ];
    expect(states({ deliveries })).toEqual({
      "2026-06": "none",
      "2026-07": "on-time",
      "2026-08": "late",
      "2026-09": "missing",
      "2026-10": "on-time",
      "2026-11": "not-yet-due",
    });
  });

  it("says what is behind and what comes next", () => {
    const { overdue, next } = build({ deliveries: [came("2026-09", "2026-10-02T00:00:00.000Z")] });
    expect([overdue, next]).toEqual([1, { period: "2026-11", at: "2026-12-10T16:59:59.999Z", untoldYear: null }]);
  });

  it("says of what is due in working days of a year without notices that it may move", () => {
    const indicators = [anIndicator({ rule: { ...RULE, lagDays: 30, workingDays: true } })];
    const { next } = build({ indicators, now: "2026-12-20T03:00:00.000Z" });
    expect(next).toEqual({ period: "2026-11", at: "2027-01-12T16:59:59.999Z", untoldYear: 2027 });
    expect(build({ deliveries: [came("2026-10", "2026-11-02T00:00:00.000Z")] }).overdue).toBe(0);
  });

  it("is incomplete while some indicators are missing, and counts cells", () => {
    const indicators = [anIndicator(), anIndicator({ code: "c.d" })];
    const deliveries = [came("2026-10", "2026-11-05T00:00:00.000Z", { cells: 34 })];
    expect(build({ indicators, deliveries }).strip.cells.at(-2)).toMatchObject({
      state: "incomplete",
      expected: 2,
      onTime: 1,
      missing: 1,
      cells: 34,
    });
  });

  it("expects nothing of an indicator that was handed over, and nothing without a due rule", () => {
    expect(states({ indicators: [anIndicator({ isOwned: false })] })["2026-10"]).toBe("none");
    expect(states({ indicators: [anIndicator({ rule: null })] })["2026-10"]).toBe("none");
  });

  it("judges nothing that was due before deliveries were noted", () => {
    expect(states({ judgedSince: "2026-11-01T00:00:00.000Z" })).toMatchObject({
      "2026-09": "not-judged",
      "2026-10": "missing",
    });
  });

  it("expects nothing of a feed whose published figures were loaded here and that sent nothing itself", () => {
    const published = came("2026-08", "2026-09-20T00:00:00.000Z", { late: 1, replayed: 1 });
    const asked = { connectedSince: null, deliveries: [published] };
    expect(states(asked)).toMatchObject({
      "2026-08": "published",
      "2026-09": "not-connected",
      "2026-11": "not-connected",
    });
    const { strip, overdue, next } = build(asked);
    expect([overdue, next]).toEqual([0, null]);
    expect(strip.cells.at(-2)).toMatchObject({ expected: 0, missing: 0, notYetDue: 0, notConnected: 1 });
  });

  it("judges from the first submission of its own on, and calls nothing late that it sent of before", () => {
    const deliveries = [came("2026-07", "2026-10-01T00:00:00.000Z", { late: 1 })];
    expect(states({ connectedSince: "2026-10-01T00:00:00.000Z", deliveries })).toEqual({
      "2026-06": "none",
      "2026-07": "not-judged",
      "2026-08": "not-connected",
      "2026-09": "missing",
      "2026-10": "missing",
      "2026-11": "not-yet-due",
    });
  });

  it("calls replays whose moment nobody knows neither late nor on time", () => {
    const undated = came("2026-09", "2026-11-20T00:00:00.000Z", { late: 1, replayed: 1 });
    const published = came("2026-10", "2026-11-05T00:00:00.000Z", { replayed: 1 });
    const strip = build({ undatedSince: "2026-11-20T00:00:00.000Z", deliveries: [undated, published] }).strip.cells;
    expect(strip.slice(-3, -1).map(({ state, replayed }) => [state, replayed])).toEqual([
      ["undated", 1],
      ["on-time", 1],
    ]);
  });
});
