import { describe, expect, it } from "vitest";
import { AreaCode } from "../area/area-code.ts";
import { TOTAL_KEY } from "../breakdown/breakdown-key.ts";
import { errorValue, missingValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import type { SourceLine } from "../screen/card.ts";
import type { Text } from "../text/text.ts";
import { buildCard, type CardInput } from "./build-card.ts";
import { aDefinition } from "./testing/a-definition.ts";
import { aJudgement } from "./testing/a-judgement.ts";
import { aSeries } from "./testing/a-series.ts";

const NOW = Date.parse("2025-03-02T03:00:00Z");
const months = (count: number) => Array.from({ length: count }, (_, index) => 100 + index);

function aCard(changes: Partial<CardInput> = {}, receivedAt = "2025-02-28T10:00:00.000Z") {
  const series = changes.series ?? aSeries("2024-01", months(14));
  const source: SourceLine = {
    publisher: { vi: "Cục Thống kê", en: "NSO" },
    document: null,
    feed: null,
    receivedAt,
    submission: null,
  };
  return buildCard({
    definition: aDefinition(),
    area: AreaCode.parse("VN"),
    areaName: { vi: "Cả nước", en: "Viet Nam" },
    breakdown: TOTAL_KEY,
    breakdownLabel: null,
    toDate: false,
    simulated: false,
    series,
    newest: Math.max(...series.keys()),
    asked: null,
    now: NOW,
    sourceOf: () => source,
    judgement: aJudgement(changes.definition),
    ...changes,
  });
}

describe("a card", () => {
  it("shows the newest period with its changes by formulas", () => {
    const card = aCard();
    expect(card.period?.id).toBe("2025-02");
    expect(card.period?.label.vi).toBe("Tháng 02/2025");
    expect(card.value).toEqual({ kind: "number", value: 113 });
    expect(card.state).toBe("ready");
    expect(card.changes.map(({ value }) => value)).toEqual([
      { kind: "number", value: expect.closeTo((113 / 101 - 1) * 100, 12) },
      { kind: "number", value: expect.closeTo((113 / 112 - 1) * 100, 12) },
    ]);
    expect(card.changes[0]?.against?.id).toBe("2024-02");
    expect(card.changes.every(({ improving }) => improving === true)).toBe(true);
  });

  it("names the year so far where the value covers it", () => {
    expect(aCard({ toDate: true }).period?.label.vi).toBe("2 tháng năm 2025");
  });

  it("leaves gaps as gaps and counts what is there of thirteen periods", () => {
    const card = aCard({ series: aSeries("2024-02", [1, 2, null, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]) });
    expect(card.sparkline.points).toHaveLength(13);
    expect(card.sparkline.points[2]).toMatchObject({ period: "2024-04", value: null });
    expect(card.sparkline.points[0]?.samePeriodLastYear).toBe(true);
    expect(card.completeness).toEqual({ have: 12, of: 13, what: "periods" });
  });

  it("counts a young series as complete", () => {
    expect(aCard({ series: aSeries("2024-12", [1, 2, 3]) }).completeness).toEqual({ have: 3, of: 3, what: "periods" });
  });

  it("says how old its figures are when newer ones should be there", () => {
    const card = aCard({ now: Date.parse("2026-11-22T03:00:00Z") });
    expect(card.state).toBe("stale");
    expect(card.stateReason?.vi).toContain("Số liệu công bố đến tháng 02/2025");
    expect(card.progress.status).toBe("not-assessed");
    expect(card.progress.reason.vi).toBe(
      `Chưa có chỉ tiêu được giao và ngưỡng để đánh giá. ${card.stateReason?.vi ?? ""}`,
    );
  });

  it("is not stale where an older period was asked for", () => {
    const asked = periodFromId("2024-06", "month");
    const card = aCard({ asked, now: Date.parse("2026-11-22T03:00:00Z") });
    expect([card.period?.id, card.state]).toEqual(["2024-06", "ready"]);
  });

  it("says which period is the newest where the one asked for has nothing", () => {
    const card = aCard({ asked: periodFromId("2025-06", "month") });
    expect([card.state, card.value]).toEqual(["empty", missingValue("not-reported")]);
    expect(card.stateReason?.vi).toContain("kỳ mới nhất có số liệu là tháng 02/2025");
  });

  it("compares nothing with a period that was not over when the value came", () => {
    const definition = aDefinition({
      periodType: "year",
      valueType: "score",
      unit: "points",
      comparability: ["yoy"],
      dueRule: { lagDays: 90 },
    });
    const series = aSeries("2025", [60, 56.56], { type: "year", status: "P" });
    const card = aCard({ definition, series, now: Date.parse("2026-11-22T03:00:00Z") }, "2026-09-17T03:40:19.000Z");
    expect([card.state, card.period?.label.vi]).toEqual(["partial", "Năm 2026"]);
    expect(card.changes.map(({ value }) => value)).toEqual([missingValue("incomplete-parts")]);
  });

  it("compares nothing with a whole that stands on some of its parts only, and says how many", () => {
    const series = aSeries("2024-01", months(13), {
      way: "roll-up",
      coverage: { have: 34, of: 34, weightShare: null },
    });
    const partial = { have: 20, of: 34, weightShare: null };
    for (const [ordinal, point] of aSeries("2025-02", [60], { way: "roll-up", status: "E", coverage: partial }))
      series.set(ordinal, point);
    const card = aCard({ series });
    expect([card.state, card.value]).toEqual(["partial", { kind: "number", value: 60 }]);
    expect(card.stateReason?.vi).toContain("20/34");
    expect(card.changes.map(({ value }) => value)).toEqual([
      missingValue("incomplete-parts"),
      missingValue("incomplete-parts"),
    ]);
  });

  it("takes an estimate of the whole month for whole, though it came before the month ended", () => {
    const card = aCard({ series: aSeries("2024-01", months(14), { status: "E" }) }, "2025-02-10T10:00:00.000Z");
    expect(card.state).toBe("ready");
  });

  it("takes an administrative figure for whole once its data window has closed", () => {
    const definition = aDefinition({ dueRule: { lagDays: 2, basis: "administrative", workingDays: true } });
    expect(aCard({ definition }, "2025-02-16T01:00:00.000Z").state).toBe("ready");
    expect(aCard({ definition }, "2025-02-03T01:00:00.000Z").state).toBe("partial");
  });

  it("shows a failed computation with its reason", () => {
    const series = aSeries("2025-01", [1, 2]);
    for (const point of series.values()) point.value = errorValue("comparability-break");
    const card = aCard({ series });
    expect(card.state).toBe("error");
    expect(card.stateReason?.vi).toContain("điểm gãy");
  });

  it("shows a difference where last year's base was not positive", () => {
    const card = aCard({ series: aSeries("2024-02", [-5, ...months(12)]) });
    expect(card.changes[0]).toMatchObject({ measure: "absolute", value: { kind: "number", value: 116 } });
    expect(card.changes[0]?.formula).toBe("trade.export.value - yearAgo(trade.export.value)");
  });

  it("makes no growth across a break of comparability", () => {
    const breaks = [{ from: "2024-08", reason: { vi: "Đổi kỳ gốc", en: "New base" } }];
    expect(aCard({ definition: aDefinition({ breaks }) }).changes[0]?.value).toEqual(errorValue("comparability-break"));
  });

  it("says why it is empty and when the next value is due", () => {
    const card = aCard({ series: new Map(), newest: null });
    expect(card.stateReason?.vi).toBe("Chưa kết nối nguồn dữ liệu; kỳ tháng 02/2025 đến hạn 03/03/2025");
    expect(card.nextDue?.period.id).toBe("2025-02");
  });

  it("tells how a computed value came about, and of a roll-up the areas it stands on", () => {
    const made = (changes: Parameters<typeof aSeries>[2]) =>
      aCard({ series: aSeries("2024-01", months(14), { origin: "computed", revision: 3, ...changes }) });
    const rolled = made({ way: "roll-up", coverage: { have: 31, of: 34, weightShare: 0.9 } });
    expect(rolled.made).toEqual({ way: "roll-up", have: 31, of: 34, weightShare: 0.9 });
    expect(rolled.completeness).toEqual({ have: 31, of: 34, what: "areas" });
    expect(rolled.revised).toBe(false);
    const recast = made({ way: "recast", coverage: { have: 2, of: 2, weightShare: null } });
    expect(recast.made).toEqual({ way: "recast", have: 2, of: 2, weightShare: null });
    expect(recast.completeness).toEqual({ have: 13, of: 13, what: "periods" });
    expect(made({ way: "formula" })).toMatchObject({
      made: { way: "formula", have: null, of: null, weightShare: null },
      revised: true,
    });
    expect(aCard().made).toBeNull();
  });

  it("says of a stale whole until when all of its units have figures", () => {
    const coverage = { have: 2, of: 2, weightShare: null };
    const whole = aSeries("2022-01", months(12), { origin: "computed", way: "recast", coverage });
    expect(aCard({ series: whole }).stateReason?.vi).toMatch(/^Đủ số liệu các đơn vị đến tháng 12\/2022; kỳ /);
    expect(aCard({ series: aSeries("2022-01", months(12)) }).stateReason?.vi).toMatch(/^Số liệu công bố đến /);
  });

  it("says of a whole without a number how many of its parts have one", () => {
    const series = aSeries("2025-01", [1], {
      origin: "computed",
      way: "roll-up",
      coverage: { have: 20, of: 34, weightShare: null },
      value: missingValue("incomplete-parts"),
    });
    const card = aCard({ series, newest: null });
    expect(card).toMatchObject({ state: "empty", value: missingValue("incomplete-parts") });
    expect(card.period?.id).toBe("2025-01");
    expect(card.completeness).toEqual({ have: 20, of: 34, what: "areas" });
    expect(card.stateReason?.vi).toBe("Mới có số liệu 20/34 địa phương của tháng 01/2025; chưa đủ để tính số chung");
  });

  const former = (has: readonly boolean[], refusal: Text | null = null): CardInput["former"] => ({
    units: [
      { name: { vi: "Bắc Ninh", en: "Bắc Ninh" }, has: has[0] ?? false },
      { name: { vi: "Bắc Giang", en: "Bắc Giang" }, has: has[1] ?? false },
    ],
    newest: periodFromId("2025-02", "month"),
    refusal,
  });
  const published = "Số liệu công bố theo đơn vị trước sáp nhập";

  it.each([
    [former([true, false]), `${published} (Bắc Ninh) đến tháng 02/2025; thiếu số liệu của Bắc Giang (có Bắc Ninh)`],
    [
      former([true, true], { vi: "Chỉ số của các đơn vị cũ không gộp được.", en: "Not merged." }),
      `${published} (Bắc Ninh và Bắc Giang) đến tháng 02/2025; chỉ số của các đơn vị cũ không gộp được`,
    ],
    [
      former([true, true]),
      `${published} (Bắc Ninh và Bắc Giang) đến tháng 02/2025; chưa đủ số liệu thành phần để tính lại cho đơn vị hiện nay`,
    ],
  ])("says why what former units published gives no figure of the present one (%#)", (units, words) => {
    expect(aCard({ series: new Map(), newest: null, former: units }).stateReason?.vi).toBe(words);
    const coverage = { have: 1, of: 2, weightShare: null };
    const series = aSeries("2025-01", [1], { way: "recast", coverage, value: missingValue("incomplete-predecessors") });
    expect(aCard({ series, newest: null, former: units }).stateReason?.vi).toBe(words);
  });
});
