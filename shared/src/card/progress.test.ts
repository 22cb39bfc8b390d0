import { describe, expect, it } from "vitest";
import { missingValue, numberValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import type { BlockState } from "../screen/card.ts";
import { aHistory } from "../target/testing/a-history.ts";
import { aTarget } from "../target/testing/a-target.ts";
import type { JudgedValue } from "./judged-value.ts";
import { planOf, progress } from "./progress.ts";
import { targetModel } from "./target-model.ts";
import { aDefinition } from "./testing/a-definition.ts";
import { aJudgement } from "./testing/a-judgement.ts";

const period = periodFromId("2026-10", "month");

/** October 2026 after ten months of 100 against 1,200 by the end of the year, unless told otherwise. */
function judged(
  changes: Partial<JudgedValue> & { target?: ReturnType<typeof aTarget> | null; values?: number[] } = {},
): JudgedValue {
  const { target = aTarget(), values = Array<number>(10).fill(100), definition = aDefinition(), ...rest } = changes;
  const history = aHistory("2026-01", values);
  const last = values.at(-1);
  return {
    definition,
    judgement: aJudgement(definition, { target, history }),
    period,
    value: last === undefined ? missingValue("not-reported") : numberValue(last),
    state: "ready",
    stateReason: null,
    ...rest,
  };
}

/** A comparison index: 104 stands for a growth of 4 %. */
const index = aDefinition({
  valueType: "index_pct",
  accumulation: "index",
  aggregation: { area: "none", time: "none" },
  display: { unit: { vi: "% (cùng kỳ = 100)", en: "% (year ago = 100)" }, factor: 1, decimals: 1 },
});

describe("the status of a card", () => {
  it.each<[BlockState, string]>([
    ["ready", "on-track"],
    ["stale", "not-yet-assessed"],
    ["partial", "not-yet-assessed"],
    ["suspect", "not-yet-assessed"],
    ["empty", "not-yet-assessed"],
    ["error", "not-yet-assessed"],
  ])("with a target is, for a %s value, %s", (state, status) => {
    expect(progress(judged({ state })).status).toBe(status);
  });

  it.each<BlockState>(["ready", "stale", "partial", "suspect", "empty", "error"])(
    "without a target and without limits is not assessed, also of a %s value",
    (state) => {
      const found = progress(judged({ state, target: null }));
      expect(found.status).toBe("not-assessed");
      if (state !== "ready") expect(found.reason.vi).toMatch(/^Chưa có chỉ tiêu được giao và ngưỡng để đánh giá\. /);
    },
  );

  it("is not yet there where a month of a sum is missing, though its own value is", () => {
    const found = progress(
      judged({
        judgement: aJudgement(aDefinition(), { target: aTarget(), history: aHistory("2026-01", [1, null, 3]) }),
      }),
    );
    expect([found.status, found.reason.vi]).toEqual([
      "not-yet-assessed",
      "Thiếu số liệu từ đầu kỳ giao chỉ tiêu, không đủ căn cứ đánh giá",
    ]);
  });

  it.each([
    [104, "at-risk"],
    [108.2, "behind"],
    [108.7, "on-track"],
    [109.5, "ahead"],
  ])("of a comparison index of %d against 109 compares growths: %s", (value, status) => {
    const target = aTarget({ goal: { kind: "value", value: 109 } });
    const found = progress(judged({ definition: index, target, values: Array<number>(10).fill(value) }));
    expect([found.status, found.method]).toEqual([status, "plan-completion@1"]);
  });
});

describe("a band of one year", () => {
  const targetBand = { min: null, max: 120, basis: "", validFrom: "2026-01-01", validTo: "2026-12-31" };
  const definition = aDefinition({ direction: "band", targetBand });

  it.each([
    ["2025-12", "not-assessed"],
    ["2026-01", "within"],
    ["2026-12", "within"],
    ["2027-01", "not-assessed"],
  ])("judges no other year: %s is %s", (id, status) => {
    const found = progress(judged({ definition, target: null, period: periodFromId(id, "month"), values: [100] }));
    expect(found.status).toBe(status);
  });
});

describe("percent of plan", () => {
  it("is the figure judged and the level due, both of the goal", () => {
    expect(planOf(judged())).toEqual({
      percent: { kind: "number", value: expect.closeTo(1000 / 12, 9) },
      due: { kind: "number", value: expect.closeTo(1000 / 12, 9) },
      target: 1200,
      summed: true,
    });
  });

  it("is missing where the figure is, and absent without one number to be a percentage of", () => {
    const gap = judged({
      judgement: aJudgement(aDefinition(), { target: aTarget(), history: aHistory("2026-01", [1, null]) }),
    });
    expect(planOf(gap)?.percent).toEqual(missingValue("incomplete-parts"));
    expect(planOf(judged({ target: null }))).toBeNull();
    expect(planOf(judged({ target: aTarget({ goal: { kind: "range", min: 1, max: 2 } }) }))).toBeNull();
    expect(planOf(judged({ target: aTarget({ goal: { kind: "value", value: 0 } }) }))).toBeNull();
    expect(planOf(judged({ target: aTarget({ by: "2027" }) }))).toBeNull();
  });
});

describe("the model of a target", () => {
  const modelOf = (value: JudgedValue, target = aTarget()) =>
    targetModel({ judged: value, target, version: 1, revisedBecause: null, toDate: false, simulated: false });

  it("tells document, course, pace, what is due, what was done and the way there", () => {
    const model = modelOf(judged());
    expect(model.legalBasis).toEqual({
      vi: "42/NQ-HĐND ngày 10/12/2025 của Hội đồng nhân dân",
      en: "42/NQ-HĐND of 10 Dec 2025, People's Council",
    });
    expect([model.by.label.vi, model.since?.id, model.course.words.vi]).toEqual([
      "Năm 2026",
      "2026-01",
      "cộng dồn từ đầu kỳ giao",
    ]);
    expect(model.actual).toMatchObject({ value: numberValue(1000), from: { id: "2026-01" }, to: { id: "2026-10" } });
    expect(model.duePath.map(({ due }) => due)).toEqual(
      Array.from({ length: 12 }, (_, at) => expect.closeTo(100 * (at + 1), 9)),
    );
    expect(model.noLevel).toBeNull();
  });

  it("says why a seasonal pace became even", () => {
    const target = aTarget({ pace: { kind: "seasonal" } });
    const { pace } = modelOf(judged({ target }), target);
    expect([pace.asked, pace.used]).toEqual(["seasonal", "linear"]);
    expect(pace.note?.vi).toBe("chỉ có 0/3 năm đủ số liệu để tính tỷ trọng theo mùa; chia đều: 10 trên 12 kỳ");
  });

  it("says why nothing is due outside its span", () => {
    const target = aTarget({ by: "2025" });
    const model = modelOf(judged({ target }), target);
    expect([model.due, model.actual, model.since, model.duePath]).toEqual([null, null, null, []]);
    expect(model.noLevel?.vi).toBe("Kỳ sau thời hạn của chỉ tiêu");
  });

  it("keeps numbers in the indicator's unit and says a comparison index as the growth it stands for", () => {
    const target = aTarget({ goal: { kind: "value", value: 109 } });
    const model = modelOf(judged({ definition: index, target, values: [104] }), target);
    expect([model.goal, model.due?.value]).toEqual([{ kind: "value", value: 109 }, 109]);
    expect(model.due?.reason).toEqual({
      vi: "Chỉ tiêu tăng 9,0% của năm 2026, giữ ở mức chỉ tiêu trong mọi kỳ",
      en: "Target of 9.0% growth for 2026; it holds at the target in every period",
    });
    expect(model.due?.grounds.find(({ id }) => id === "due")).toMatchObject({
      value: numberValue(9),
      display: { unit: { vi: "%", en: "%" }, reads: "growth" },
    });
  });

  it("says a comparison index in its status and its pace as a growth or a decline, never as the index", () => {
    const target = aTarget({ goal: { kind: "value", value: 109 } });
    const fell = progress(judged({ definition: index, target, values: Array<number>(10).fill(98) }));
    expect(fell.reason.vi).toContain("thực hiện giảm 2,0%");
    expect(fell.reason.en).toContain("2.0% decline");
    expect(fell.inputs.find(({ id }) => id === "goal")).toMatchObject({
      value: numberValue(9),
      display: { reads: "growth" },
    });
    const moving = aTarget({ goal: { kind: "value", value: 109 }, baseline: { period: "2025-12", value: 104 } });
    const { runRate } = modelOf(
      judged({ definition: index, target: moving, values: Array<number>(10).fill(105) }),
      moving,
    );
    expect(runRate?.reason.vi).toContain("Mức bình quân mỗi tháng còn lại (2 tháng): 2,0%; bình quân đến nay 0,1%");
    const stays = { kind: "range", min: null, max: 104.5 };
    const ranged = progress(
      judged({ definition: index, target: aTarget({ goal: stays }), values: Array<number>(10).fill(103) }),
    );
    expect(ranged.reason.vi).toContain("tăng 3,0%; ngưỡng tăng không quá 4,5%");
  });
});

describe("the status of a card with forecasts among its values", () => {
  const withForecast = (id: string, others: Parameters<typeof judged>[0] = {}): JudgedValue => {
    const { judgement, ...rest } = judged(others);
    const forecast = periodFromId(id, "month").ordinal;
    const history = new Map([...judgement.history].filter(([ordinal]) => ordinal !== forecast));
    return { ...rest, judgement: { ...judgement, history, forecasts: [forecast] } };
  };

  it("is not yet assessed where the value shown is a forecast, whatever its state", () => {
    for (const state of ["ready", "stale"] as const) {
      const found = progress(withForecast("2026-10", { state }));
      expect(found).toMatchObject({ status: "not-yet-assessed", score: null });
      expect(found.reason.vi).toBe("Giá trị là số dự báo, không dùng để đánh giá kết quả thực hiện");
    }
  });

  it("is not yet assessed by limits either", () => {
    const definition = aDefinition({ targetBand: { min: null, max: 500, basis: "" } });
    expect(progress(withForecast("2026-10", { definition, target: null })).status).toBe("not-yet-assessed");
  });

  it("does not count a forecast month in the sum since the start, and says why", () => {
    const value = withForecast("2026-09");
    expect(progress(value)).toMatchObject({ status: "not-yet-assessed" });
    expect(progress(value).reason.vi).toMatch(/^Có kỳ từ đầu kỳ giao chỉ tiêu mới là số dự báo/);
    expect(planOf(value)?.percent).toEqual(missingValue("incomplete-parts"));
  });

  it("is not touched by a forecast before the target's start", () => {
    const value = judged();
    const forecasts = [periodFromId("2025-12", "month").ordinal];
    expect(progress({ ...value, judgement: { ...value.judgement, forecasts } }).status).toBe("on-track");
  });
});
