import { describe, expect, it } from "vitest";
import { errorValue, missingValue, numberValue } from "../observation/value.ts";
import { originDifferenceReason } from "./origin-difference-reason.ts";
import { isAdditive, rankingOrder, smallestFirst } from "./ranking-order.ts";
import { absenceReason, recastHow } from "./recast-words.ts";

const BAC_NINH = { vi: "Bắc Ninh", en: "Bac Ninh" };
const BAC_GIANG = { vi: "Bắc Giang", en: "Bac Giang" };
const units = (...has: readonly [boolean, boolean]) => [
  { name: BAC_GIANG, has: has[0] },
  { name: BAC_NINH, has: has[1] },
];

describe("how a recast value came about", () => {
  it.each([
    ["carried", "sum", "Chuyển nguyên từ Bắc Giang và Bắc Ninh"],
    ["recast", "sum", "Tổng của Bắc Giang và Bắc Ninh"],
    ["recast", "weighted", "Bình quân gia quyền của Bắc Giang và Bắc Ninh"],
    ["formula", "recompute", "Tính lại theo công thức từ số của Bắc Giang và Bắc Ninh"],
  ] as const)("%s by %s", (way, rule, words) => {
    const how = recastHow({ way, rule, former: units(true, true), since: "2025-07-01" });
    expect(how.vi).toContain(`${words} (đơn vị trước ngày 01/07/2025)`);
  });
});

describe("why a unit has no number", () => {
  const refusal = { vi: "Thứ hạng không quy đổi được.", en: "A rank cannot be recast." };
  it.each([
    [null, numberValue(0), units(true, true)],
    ["không tính được: chia cho 0", errorValue("division-by-zero"), []],
    ["chưa có số liệu gửi đến", null, []],
    ["thiếu số liệu của Bắc Giang (có Bắc Ninh)", missingValue("incomplete-predecessors"), units(false, true)],
    ["chưa có số liệu của các đơn vị trước sáp nhập", null, units(false, false)],
    ["chưa đủ số liệu thành phần để tính lại cho đơn vị hiện nay", missingValue("not-reported"), units(true, true)],
  ] as const)("%o", (words, value, former) => {
    expect(absenceReason({ value, former, refusal: null })?.vi ?? null).toBe(words);
  });

  it("names the refusal where there were figures, and their absence where there were none", () => {
    expect(absenceReason({ value: null, former: units(true, true), refusal })?.vi).toBe("Thứ hạng không quy đổi được");
    expect(absenceReason({ value: null, former: units(false, false), refusal })?.vi).toContain("chưa có số liệu");
  });
});

describe("what stands first", () => {
  const of = (
    direction: "higher" | "lower" | "neutral",
    area: "sum" | "recompute",
    valueType: "count" | "ratio_pct",
  ) => ({
    direction,
    valueType,
    aggregation: { area, time: "none" as const },
  });
  it.each([
    [of("higher", "recompute", "ratio_pct"), "best", false],
    [of("lower", "recompute", "ratio_pct"), "best", true],
    [of("lower", "sum", "count"), "attention", false],
    [of("neutral", "sum", "count"), "size", false],
  ] as const)("%o", (definition, order, smallest) => {
    expect([rankingOrder(definition), smallestFirst(definition)]).toEqual([order, smallest]);
    expect(isAdditive(definition)).toBe(definition.aggregation.area === "sum");
  });
});

describe("a reported whole beside the one made of its areas", () => {
  const definition = { formula: null, valueType: "amount", decimals: 1 } as const;
  const reason = (computed: Parameters<typeof originDifferenceReason>[1], difference: typeof computed) =>
    originDifferenceReason(definition, computed, difference, "roll-up").vi;
  it("says that areas are missing, that both agree, or what only the whole holds", () => {
    expect(reason(missingValue("incomplete-parts"), missingValue("incomplete-parts"))).toContain("chưa đủ số liệu");
    expect(reason(numberValue(10), numberValue(0.01))).toContain("khớp nhau");
    expect(reason(numberValue(10), numberValue(2))).toContain("không phân bổ cho địa phương nào");
  });
});
