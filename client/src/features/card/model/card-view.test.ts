import { errorValue, missingValue, numberValue } from "@bochiso/shared/observation";
import { describe, expect, it } from "vitest";
import { aCard, aChange, aPeriod, headlineCards, same } from "../../../testing/fixtures.ts";
import { aloneView } from "./alone-view.ts";
import { cardView } from "./card-view.ts";
import { freshKey } from "./fresh-key.ts";

const NOW = Date.parse("2026-11-22T08:05:12+07:00");
const vi = (patch: Parameters<typeof aCard>[0] = {}) => cardView(aCard(patch), "vi", NOW);

describe("cardView", () => {
  it("writes a value in the display of its definition, in both languages", () => {
    expect(vi().value).toMatchObject({ text: "561,7", unit: "nghìn tỷ đồng", tight: false });
    expect(cardView(aCard(), "en", NOW).value).toMatchObject({ text: "561.7", unit: "trillion VND" });
  });

  it("shows a comparison index as a signed growth", () => {
    const view = vi({
      value: numberValue(107.24),
      growthOffset: -100,
      valueType: "index_pct",
      display: { unit: same("%"), factor: 1, decimals: 1 },
    });
    expect(view.value).toMatchObject({ text: "+7,2", unit: "%", tight: true });
  });

  it("uses the true minus sign and no sign for zero", () => {
    const display = { unit: same("tỷ USD"), factor: 0.001, decimals: 2 };
    expect(vi({ value: numberValue(-1549.964), valueType: "difference", display }).value.text).toBe("−1,55");
    expect(vi({ value: numberValue(0), valueType: "difference", display }).value.text).toBe("0,00");
  });

  it.each([
    ["zero is a number", numberValue(0), "0,0", true],
    ["missing is a dash", missingValue("not-reported"), "—", false],
    ["not applicable is x", missingValue("not-applicable"), "x", false],
    ["a failed computation is a dash", errorValue("division-by-zero"), "—", false],
  ] as const)("%s", (_name, value, text, isNumber) => {
    expect(vi({ value }).value).toMatchObject({ text, isNumber });
  });

  it("names period, accumulation and data status, and says when a value was revised", () => {
    expect(vi({ revised: true }).period).toBe("Tháng 02/2025 · trong kỳ · ước tính · điều chỉnh");
    expect(headlineCards[0] && cardView(headlineCards[0], "vi", NOW).period).toBe("2 tháng năm 2025 · chính thức");
  });

  it.each(["stale", "partial", "suspect"] as const)("takes the status from a %s value", (state) => {
    const progress = { status: "behind", reason: same("chậm") } as const;
    const view = vi({ state, stateReason: same("lý do"), progress });
    expect(view.status).toEqual({ shape: "khong", word: "Chưa đánh giá" });
    expect(view.note).toBe("lý do");
  });

  it("keeps the status of a ready value with its shape", () => {
    expect(vi({ progress: { status: "behind", reason: same("") } }).status).toEqual({
      shape: "cham",
      word: "Chậm tiến độ",
    });
    expect(vi({ progress: { status: "over-limit", reason: same("") } }).status).toEqual({
      shape: "nguyco",
      word: "Vượt ngưỡng",
    });
  });

  it("gives a difference of percentages in percentage points, another in percent or in the unit", () => {
    const [points, percent, absolute] = vi({
      display: { unit: same("tỷ USD"), factor: 0.001, decimals: 2 },
      changes: [
        aChange({ measure: "points", value: numberValue(-0.4) }),
        aChange({ measure: "percent", value: numberValue(21.66), kind: "previous-period" }),
        aChange({ measure: "absolute", value: numberValue(-3250) }),
      ],
    }).changes;
    expect(points).toMatchObject({ text: "−0,40", words: "điểm phần trăm so cùng kỳ", brief: "−0,40 điểm %" });
    expect(percent).toMatchObject({ text: "+21,7%" });
    expect(absolute).toMatchObject({ text: "−3,25", full: "−3,25 tỷ USD", words: "tỷ USD so cùng kỳ" });
  });

  it("says of a cumulated card's previous period that it is the month alone", () => {
    const changes = [aChange({ kind: "previous-period", formula: "pop(inPeriod(x))", against: aPeriod("2025-01") })];
    const card = aCard({ changes, accumulation: "ytd", period: aPeriod("2025-02", true) });
    const view = cardView(card, "vi", NOW);
    expect(view.changes[0]?.words).toBe("riêng T2 so với riêng T1/2025");
    expect(view.sentence).toContain("+10,2% riêng T2 so với riêng T1/2025");
    expect(cardView(card, "en", NOW).changes[0]?.words).toBe("Feb alone against Jan 2025 alone");
  });

  it.each([
    ["pop(inPeriod(pi.executed))", "2025-01", { own: "T1", against: "T12/2024" }],
    ["inPeriod(a.b) - previous(inPeriod(a.b))", "2025-Q2", { own: "QII", against: "QI/2025" }],
    ["pop(macro.retail.value)", "2025-02", null],
  ])("tells from %s what is compared", (formula, id, expected) => {
    expect(aloneView(formula, aPeriod(id), "vi")).toEqual(expected);
  });

  it("is new when value or period are, not when the language is", () => {
    const card = aCard();
    expect(freshKey(aCard({ name: same("khác") }))).toBe(freshKey(card));
    expect(freshKey(aCard({ value: numberValue(1) }))).not.toBe(freshKey(card));
    expect(freshKey(aCard({ period: aPeriod("2025-03") }))).not.toBe(freshKey(card));
  });

  it("shows a comparison that cannot be made as a dash with its reason", () => {
    const [change] = vi({ changes: [aChange({ value: errorValue("comparability-break") })] }).changes;
    expect(change?.text).toBe("—");
    expect(change?.absence).toBeTruthy();
  });

  it("places the missing part of the plan between the value and the level due", () => {
    const plan = { percent: numberValue(8.52), due: numberValue(9.07), target: 857_525.6 };
    const view = vi({ plan, progress: { status: "behind", reason: same("") } }).plan;
    expect(view?.said).toBe("8,52% kế hoạch, mức phải đạt đến nay 9,07%");
    expect(view?.bullet.gap?.from).toBeCloseTo(8.52);
    expect(view?.bullet.gap?.width).toBeCloseTo(0.55);
    expect(view?.shape).toBe("cham");
  });

  it("tells publisher, age and completeness, and the next release unless the value is overdue", () => {
    expect(vi().source).toBe("Cục Thống kê · nhận 28/02/2025 (20 tháng trước) · đủ 13/13 kỳ");
    expect(vi().nextDue).toBe("kỳ tới T3/2025, hạn 06/04/2025");
    expect(vi({ state: "stale" }).nextDue).toBeNull();
    expect(vi({ completeness: { have: 31, of: 34, what: "areas" } }).source).toContain("31/34 địa phương");
  });
});

describe("the sentence of a card", () => {
  it("says everything the card shows, in its order", () => {
    expect(vi({ nextDue: null }).sentence).toBe(
      "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng: 561,7 nghìn tỷ đồng, Tháng 02/2025 · trong kỳ · ước tính. " +
        "Chưa đánh giá, diễn biến tích cực. Chưa giao chỉ tiêu. +10,2% so cùng kỳ, −2,0% so T1/2025. " +
        "Cục Thống kê · nhận 28/02/2025 (20 tháng trước) · đủ 13/13 kỳ.",
    );
  });

  it("begins with the words of simulation", () => {
    expect(vi({ simulated: true }).sentence).toMatch(/^Số liệu mô phỏng\. /i);
  });

  it("says why there is no figure instead of reading a dash", () => {
    const { sentence } = vi({
      value: missingValue("not-reported"),
      state: "empty",
      stateReason: { vi: "Chưa kết nối nguồn dữ liệu", en: "No data source connected yet" },
      period: null,
      changes: [aChange({ value: missingValue("not-reported") })],
      source: null,
      nextDue: null,
    });
    expect(sentence).toContain("chưa có số liệu, Chưa kết nối nguồn dữ liệu");
    expect(sentence).toContain("Không so cùng kỳ");
    expect(sentence).not.toContain("—");
  });
});
