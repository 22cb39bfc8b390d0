import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { missingValue, numberValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import type { Target } from "../target/target.ts";
import { aHistory } from "../target/testing/a-history.ts";
import { aTarget } from "../target/testing/a-target.ts";
import { assessTarget } from "./assess-target.ts";
import { defaultRule } from "./default-rule.ts";
import { StatusRule } from "./status-rule.ts";

const month = (id: string) => periodFromId(id, "month");

function statusAt(
  id: string,
  history: ReadonlyMap<number, number>,
  {
    target = aTarget(),
    subject = aDefinition(),
    rule = defaultRule(subject, target),
    ...rest
  }: { target?: Target | null; subject?: ReturnType<typeof aDefinition>; rule?: StatusRule; breaks?: number[] } = {},
) {
  const period = periodFromId(id, subject.periodType);
  const shown = history.get(period.ordinal);
  const value = shown === undefined ? missingValue("not-reported") : numberValue(shown);
  return assessTarget({ rule, target, subject, period, value, history, condition: "ready", ...rest });
}

describe("the status of a series", () => {
  it("sums flows and judges them by the pace of their target", () => {
    const found = statusAt("2026-03", aHistory("2026-01", [80, 80, 80]));
    expect(found).toMatchObject({ method: "plan-completion@1", status: "behind", score: 0.8 });
    expect(found.inputs[0]).toMatchObject({
      id: "actual",
      value: { value: 240 },
      name: { vi: "Thực hiện (cộng từ đầu kỳ giao)" },
    });
  });

  it("does not flap from month to month around a threshold, and replays the same from its history", () => {
    // Completion to date: 0.96, 0.945, 0.955, 0.942, 0.953 — plain thresholds would change four times.
    const sums = [0.96, 0.945, 0.955, 0.942, 0.953].map((share, index) => share * 100 * (index + 1));
    const flows = sums.map((sum, index) => sum - (sums[index - 1] ?? 0));
    const history = aHistory("2026-01", flows);
    const statuses = flows.map((_, index) => statusAt(`2026-0${index + 1}`, history));
    expect(statuses.map(({ status }) => status)).toEqual(Array(5).fill("on-track"));
    expect(statuses.map(({ held }) => held)).toEqual([false, true, false, true, false]);
    expect(statusAt("2026-05", history)).toEqual(statusAt("2026-05", new Map([...history].reverse())));
  });

  it("starts the fold anew with the year of the target", () => {
    const history = aHistory("2025-12", [1, 94.5]);
    expect(statusAt("2026-01", history).status).toBe("behind");
  });

  it("has no status while a month is missing, and none without a target", () => {
    expect(statusAt("2026-03", aHistory("2026-01", [80, null, 80])).status).toBe("not-yet-assessed");
    const rule = StatusRule.parse({ method: "plan-completion", version: 1 });
    expect(statusAt("2026-03", aHistory("2026-01", [80, 80, 80]), { target: null, rule }).status).toBe("not-assessed");
  });

  it("judges a rising and a falling target of one resolution alike", () => {
    const stock = { accumulation: "stock", aggregation: { area: "none", time: "last" }, periodType: "year" };
    const poverty = aTarget({ goal: { kind: "value", value: 4 }, by: "2026", baseline: { period: "2025", value: 6 } });
    const lower = aDefinition({ ...stock, direction: "lower" });
    expect(statusAt("2026", aHistory("2025", [6, 4], "year"), { target: poverty, subject: lower }).status).toBe("met");
    expect(statusAt("2026", aHistory("2025", [6, 4.1], "year"), { target: poverty, subject: lower }).status).toBe(
      "not-met",
    );
    expect(statusAt("2026", aHistory("2025", [6, 3.9], "year"), { target: poverty, subject: lower }).status).toBe(
      "exceeded",
    );
  });

  it("judges a range target by the mean since January, and a policy band without a target by the value", () => {
    const rate = { accumulation: "rate", aggregation: { area: "none", time: "mean" }, direction: "lower" };
    const ceiling = aTarget({ goal: { kind: "range", min: null, max: 4.5 } });
    const history = aHistory("2026-01", [4, 4, 4.9]);
    expect(statusAt("2026-03", history, { target: ceiling, subject: aDefinition(rate) }).status).toBe("near-limit");
    const banded = aDefinition({
      ...rate,
      direction: "band",
      targetBand: { min: null, max: 4.5, basis: "NQ 244/2025/QH15" },
    });
    const found = statusAt("2026-03", history, { target: null, subject: banded });
    expect(found).toMatchObject({ method: "range@1", status: "over-limit" });
    expect(found.reason.vi).toContain("NQ 244/2025/QH15");
  });

  it("asks of a range on a sum only what is due by now, and nothing outside its year", () => {
    const target = aTarget({ goal: { kind: "range", min: 1200, max: 2400 } });
    const history = aHistory("2025-12", [999, 150, 150, 150]);
    expect(statusAt("2026-03", history, { target })).toMatchObject({ method: "range@1", status: "within" });
    expect(statusAt("2025-12", history, { target })).toMatchObject({
      status: "not-yet-assessed",
      reason: { vi: "Kỳ trước khi chỉ tiêu bắt đầu tính" },
    });
  });

  it("keeps a limit's status over its history", () => {
    const subject = aDefinition({ accumulation: "stock", direction: "lower" });
    const rule = StatusRule.parse({ method: "threshold-bands", version: 1, params: { near: 40, limit: 50 } });
    const history = aHistory("2026-01", [49, 50.3, 50.6, 49.8]);
    const at = (id: string) => statusAt(id, history, { target: null, subject, rule }).status;
    expect(["2026-01", "2026-02", "2026-03", "2026-04"].map(at)).toEqual([
      "near-limit",
      "near-limit",
      "over-limit",
      "over-limit",
    ]);
  });

  it("takes the required growth from the baseline of a multi-year target", () => {
    const subject = aDefinition({
      accumulation: "rate",
      periodType: "year",
      direction: "lower",
      aggregation: { area: "none", time: "last" },
    });
    const target = aTarget({
      goal: { kind: "value", value: 7.25 },
      by: "2030",
      baseline: { period: "2015", value: 14.5 },
    });
    const found = statusAt("2023", aHistory("2023", [10.2], "year"), { target, subject });
    expect(found).toMatchObject({ method: "required-growth@1", status: "on-track" });
    expect(found.score).toBeCloseTo(0.95259, 5);
  });

  it("grades growth since the last break where required growth has no target", () => {
    const subject = aDefinition({ accumulation: "stock", periodType: "year" });
    const rule = StatusRule.parse({ method: "required-growth", version: 1 });
    const history = aHistory("2018", [500, 400, 100, 104], "year");
    expect(statusAt("2021", history, { target: null, subject, rule, breaks: [2020] }).grade?.id).toBe("on-track");
    expect(statusAt("2021", history, { target: null, subject, rule }).grade?.id).toBe("moving-away");
  });

  it("without target and band says only the direction, never across a break", () => {
    const history = aHistory("2025-03", [100, ...Array(11).fill(0), 90]);
    const found = statusAt("2026-03", history, { target: null });
    expect(found).toMatchObject({ method: "direction@1", status: "not-assessed", grade: { id: "unfavourable" } });
    expect(statusAt("2026-03", history, { target: null, subject: aDefinition({ direction: "lower" }) }).grade?.id).toBe(
      "favourable",
    );
    expect(statusAt("2026-03", history, { target: null, breaks: [month("2025-09").ordinal] }).grade).toBeNull();
    expect(statusAt("2026-03", history, { target: null, subject: aDefinition({ direction: "neutral" }) }).status).toBe(
      "not-assessed",
    );
  });
});

describe("a stored rule", () => {
  it.each([
    [{ method: "plan-completion", version: 2 }],
    [{ method: "gut-feeling", version: 1 }],
    [{ method: "plan-completion", version: 1, params: { ahead: 0.9 } }],
    [{ method: "threshold-bands", version: 1 }],
    [{ method: "range", version: 1, params: { width: -1 } }],
  ])("%j is refused", (rule) => {
    expect(StatusRule.safeParse(rule).success).toBe(false);
  });

  it("fills in the numbers of domain.md", () => {
    expect(StatusRule.parse({ method: "plan-completion", version: 1 })).toMatchObject({
      params: { ahead: 1.05, onTrack: 0.95, behind: 0.8 },
    });
    expect(StatusRule.parse({ method: "required-growth", version: 1 })).toMatchObject({
      params: {
        onTrack: 0.95,
        moderate: 0.6,
        limited: 0,
        growthOnTrack: 0.015,
        growthModerate: 0.005,
        growthLimited: 0,
      },
    });
  });
});
