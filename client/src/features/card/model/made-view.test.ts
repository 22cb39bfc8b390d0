import { AreaCode } from "@bochiso/shared/area";
import { missingValue, numberValue } from "@bochiso/shared/observation";
import type { CardModel } from "@bochiso/shared/screen";
import { describe, expect, it } from "vitest";
import { aCard } from "../../../testing/fixtures.ts";
import { cardView } from "./card-view.ts";
import { madeText } from "./made-view.ts";

type MadeOf = NonNullable<CardModel["made"]>;

const aMade = (patch: Partial<MadeOf>): MadeOf => ({
  way: "roll-up",
  have: 31,
  of: 34,
  weightShare: null,
  ...patch,
});

describe("what a computed value stands on", () => {
  const card = aCard();
  const of = (made: MadeOf | null, patch: Partial<CardModel> = {}) => madeText({ ...card, made, ...patch }, "vi");

  it.each<[string | null, MadeOf | null]>([
    ["Số liệu của 31/34 tỉnh, thành phố", aMade({})],
    ["Số liệu của 31/34 tỉnh, thành phố (92% quyền số)", aMade({ weightShare: 0.917 })],
    ["Số liệu của 34/34 tỉnh, thành phố", aMade({ have: 34, weightShare: 1 })],
    ["Cộng 3/3 phân tổ", aMade({ way: "total", have: 3, of: 3 })],
    [
      "Quy đổi: tổng của Bắc Ninh và Bắc Giang",
      aMade({ way: "recast", have: 2, of: 2, how: { vi: "Tổng của Bắc Ninh và Bắc Giang", en: "Sum" } }),
    ],
    [null, aMade({ way: "formula", have: null, of: null })],
    [null, null],
  ])("says %o", (words, made) => expect(of(made)).toBe(words));

  it("counts communes in a province and former units of an absent recast", () => {
    const ref = { ...card.ref, area: AreaCode.parse("24") };
    expect(of(aMade({ have: 90, of: 99 }), { ref })).toBe("Số liệu của 90/99 xã, phường");
    const absent = { value: missingValue("incomplete-predecessors") };
    expect(of(aMade({ way: "recast", have: 1, of: 2 }), absent)).toBe("Có số liệu của 1/2 đơn vị trước sáp nhập");
  });

  it("stands on the card and in its sentence, and is not said twice", () => {
    const rolled = {
      ...card,
      value: numberValue(5),
      made: aMade({}),
      completeness: { have: 31, of: 34, what: "areas" as const },
    };
    const view = cardView(rolled, "vi", Date.parse("2026-11-22T00:00:00Z"));
    expect(view.sentence).toContain("Số liệu của 31/34 tỉnh, thành phố");
    expect(view.source).not.toContain("31/34");
  });
});
