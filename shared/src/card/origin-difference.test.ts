import { describe, expect, it } from "vitest";
import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { errorValue, missingValue, numberValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { withBandInForce } from "./band-in-force.ts";
import { growthOffset, shownDisplay } from "./growth-offset.ts";
import { originDifferenceReason } from "./origin-difference-reason.ts";
import { aDefinition } from "./testing/index.ts";

const month = (id: string) => periodFromId(id, "month");

describe("a comparison index", () => {
  it.each([
    ["index_pct", "none", -100],
    ["index_pct", "mean", 0],
    ["growth_pct", "none", 0],
    ["index", "none", 0],
  ])("of type %s, over time %s, is shown %d higher", (valueType, time, offset) => {
    expect(growthOffset(aDefinition({ valueType, aggregation: { area: "none", time } }))).toBe(offset);
  });

  it("is shown in percent, everything else in its own unit", () => {
    const display = { unit: { vi: "% (cùng kỳ = 100)", en: "% (a year before = 100)" }, factor: 1, decimals: 2 };
    const index = aDefinition({ valueType: "index_pct", aggregation: { area: "none", time: "none" }, display });
    expect(shownDisplay(index)).toEqual({ ...display, unit: { vi: "%", en: "%" } });
    expect(shownDisplay(aDefinition({ display }))).toEqual(display);
  });
});

describe("a policy band", () => {
  it.each([
    ["2025-12", false],
    ["2026-01", true],
    ["2026-06", true],
    ["2026-07", false],
  ])("judges %s: %s", (id, judges) => {
    const band = { min: 4, max: 4.5, basis: "NQ 01", validFrom: "2026-01-31", validTo: "2026-06-30" };
    expect(withBandInForce(aDefinition({ targetBand: band }), month(id)).targetBand === null).toBe(!judges);
  });

  it("open on both sides judges every period", () => {
    const open = aDefinition({ targetBand: { min: 4, max: null, basis: "NQ 01" } });
    expect(withBandInForce(open, month("1999-01"))).toBe(open);
  });
});

describe("why a published figure and the computed one differ", () => {
  const definition = (changes: object) => aDefinition({ decimals: 1, ...changes });
  const [number, gap] = [numberValue(5), missingValue("incomplete-parts")];

  it.each<
    [
      string,
      IndicatorDefinition,
      Parameters<typeof originDifferenceReason>[1],
      number | null,
      Parameters<typeof originDifferenceReason>[3],
      RegExp,
    ]
  >([
    ["they agree as printed", definition({}), number, 0.04, null, /khớp nhau/u],
    ["half of the last digit is a difference", definition({}), number, -0.05, null, /thời điểm khác nhau/u],
    [
      "the plan changes in the year",
      definition({ formula: "pi.disbursed / pi.plan * 100" }),
      number,
      2,
      null,
      /kế hoạch đã điều chỉnh/u,
    ],
    [
      "the plan is not there",
      definition({ formula: "pi.disbursed / pi.plan * 100" }),
      gap,
      null,
      null,
      /chỉ được công bố trong tháng 1/u,
    ],
    [
      "a part is not there",
      definition({ formula: "t.a / t.b" }),
      gap,
      null,
      null,
      /Không tính được từ các thành phần/u,
    ],
    [
      "a division failed",
      definition({ formula: "t.a / t.b" }),
      errorValue("division-by-zero"),
      null,
      null,
      /Không tính được/u,
    ],
    [
      "the base was revised",
      definition({ valueType: "growth_pct", formula: "yoy(t.a)" }),
      number,
      2,
      null,
      /cùng kỳ đã điều chỉnh/u,
    ],
    [
      "sums of first estimates",
      definition({ formula: "ytd(t.a)" }),
      number,
      2,
      null,
      /điều chỉnh của các tháng trước/u,
    ],
    ["a whole is more than its areas", definition({}), number, 2, "roll-up", /không phân bổ cho địa phương nào/u],
    ["a whole of equal areas", definition({}), number, 0.01, "total", /khớp nhau/u],
    ["areas are not there", definition({}), gap, null, "roll-up", /chưa đủ số liệu của các địa phương/u],
  ])("%s", (_, each, computed, difference, way, words) => {
    const value = difference === null ? missingValue("not-reported") : numberValue(difference);
    expect(originDifferenceReason(each, computed, value, way).vi).toMatch(words);
  });
});
