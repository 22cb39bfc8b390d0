import { describe, expect, it } from "vitest";
import type { Quantity } from "./quantity.ts";
import { quantityOf } from "./quantity.ts";
import type { Unit } from "./unit.ts";
import {
  addLiteral,
  addQuantities,
  commonQuantity,
  growthOf,
  matchDeclared,
  multiplyQuantities,
  raiseQuantity,
  scaleQuantity,
} from "./unit-algebra.ts";
import { UNIT_CATALOGUE } from "./unit-catalogue.ts";
import type { UnitResult } from "./unit-fault.ts";

function unit(code: string): Unit {
  const found = UNIT_CATALOGUE.get(code);
  if (found === undefined) throw new Error(code);
  return found;
}
const of = (code: string): Quantity => quantityOf(unit(code));

/** Keeps going with a good outcome. */
function good(result: UnitResult<Quantity>): Quantity {
  if (!result.ok) throw new Error(result.fault.text.en);
  return result.quantity;
}
const times = (a: Quantity, b: Quantity): Quantity => good(multiplyQuantities(a, b, 1));
const over = (a: Quantity, b: Quantity): Quantity => good(multiplyQuantities(a, b, -1));
const by = (a: Quantity, literal: number): Quantity => good(scaleQuantity(a, literal));

function declared(quantity: Quantity, code: string): string {
  const match = matchDeclared(quantity, unit(code));
  return match.ok ? "fits" : match.fault.code;
}

describe("a result against the declared unit", () => {
  it.each<[string, Quantity, string, string]>([
    ["đồng ÷ đồng × 100", by(over(of("bn_vnd"), of("bn_vnd")), 100), "pct", "fits"],
    ["đồng ÷ đồng × 100", by(over(of("bn_vnd"), of("bn_vnd")), 100), "index_pct", "fits"],
    ["đồng ÷ đồng", over(of("bn_vnd"), of("bn_vnd")), "pct", "unit-scale"],
    ["đồng ÷ đồng", over(of("bn_vnd"), of("bn_vnd")), "ratio", "fits"],
    ["đồng ÷ đồng × 100", by(over(of("bn_vnd"), of("bn_vnd")), 100), "ratio", "unit-scale"],
    ["tỷ đồng ÷ 1000", by(of("bn_vnd"), 1 / 1000), "bn_vnd", "unit-scale"],
    ["triệu đồng ÷ 1000", by(of("mvnd"), 1 / 1000), "bn_vnd", "fits"],
    ["triệu USD × tỷ giá ÷ 1000", by(times(of("musd"), of("vnd_usd")), 1 / 1000), "bn_vnd", "fits"],
    ["triệu USD × tỷ giá", times(of("musd"), of("vnd_usd")), "bn_vnd", "unit-scale"],
    ["nghìn tấn ÷ nghìn ha × 10", by(over(of("ktonnes"), of("kha")), 10), "quintal_ha", "fits"],
    ["nghìn tấn ÷ nghìn ha", over(of("ktonnes"), of("kha")), "quintal_ha", "unit-scale"],
    ["tỷ đồng ÷ nghìn người", over(of("bn_vnd"), of("kpersons")), "mvnd", "fits"],
    ["tỷ đồng ÷ người", over(of("bn_vnd"), of("persons")), "mvnd", "unit-scale"],
    ["ca ÷ nghìn người × 100", by(over(of("cases"), of("kpersons")), 100), "per100k", "fits"],
    ["MW × ngày × 24 ÷ 1000", by(by(times(of("mw"), of("days")), 24), 1 / 1000), "mkwh", "fits"],
    ["ngày × 24 × 60", by(by(of("days"), 24), 60), "minutes", "fits"],
    ["người × 100", by(of("persons"), 100), "pct", "unit-result"],
    ["người ÷ hộ", over(of("persons"), of("households")), "persons", "fits"],
    ["% ÷ 100 × tỷ đồng", times(by(of("pct"), 0.01), of("bn_vnd")), "bn_vnd", "fits"],
    ["% × tỷ đồng", times(of("pct"), of("bn_vnd")), "bn_vnd", "unit-scale"],
    ["%", of("pct"), "pp", "unit-result"],
    ["căn bậc hai của ha × ha", good(raiseQuantity(times(of("ha"), of("ha")), 0.5)), "ha", "fits"],
    ["cấp", of("state"), "ratio", "unit-result"],
  ])("%s", (_words, quantity, code, expected) => {
    expect(declared(quantity, code)).toBe(expected);
  });
});

describe("sums and differences", () => {
  it.each<[string, string, "+" | "-", string]>([
    ["pct", "pct", "-", "pp"],
    ["pct", "pct", "+", "pct"],
    ["pct", "pp", "+", "pct"],
    ["pp", "pp", "-", "pp"],
    ["index_pct", "index_pct", "-", "pp"],
    ["timestamp", "timestamp", "-", "minutes"],
    ["timestamp", "minutes", "+", "timestamp"],
    ["persons", "persons", "+", "persons"],
    ["points", "points", "+", "points"],
  ])("%s %s: %s gives %s", (a, b, operator, expected) => {
    expect(declared(good(addQuantities(of(a), of(b), operator)), expected)).toBe("fits");
  });

  it.each<[string, string, "+" | "-", string]>([
    ["bn_vnd", "musd", "+", "unit-mismatch"],
    ["persons", "bn_vnd", "+", "unit-mismatch"],
    ["tasks", "documents", "+", "unit-mismatch"],
    ["houses", "units", "+", "unit-mismatch"],
    ["persons", "kpersons", "+", "unit-scale"],
    ["bn_vnd", "mvnd", "-", "unit-scale"],
    ["pct", "ratio", "+", "unit-scale"],
    ["pct", "index_pct", "+", "unit-mismatch"],
    ["timestamp", "timestamp", "+", "unit-not-arithmetic"],
    ["timestamp", "days", "+", "unit-scale"],
    ["state", "state", "-", "unit-not-arithmetic"],
  ])("%s and %s (%s): %s", (a, b, operator, code) => {
    expect(addQuantities(of(a), of(b), operator)).toMatchObject({ ok: false, fault: { code } });
  });

  it("adds a bare number to ratios, percentages and indices only", () => {
    expect(declared(good(addLiteral(of("index_pct"))), "pct")).toBe("fits");
    expect(declared(good(addLiteral(over(of("musd"), of("musd")))), "ratio")).toBe("fits");
    expect(addLiteral(of("bn_vnd"))).toMatchObject({ ok: false, fault: { code: "unit-mismatch" } });
    expect(addLiteral(of("timestamp"))).toMatchObject({ ok: false, fault: { code: "unit-not-arithmetic" } });
  });

  it("uses a weight or a conversion once, to meet the other side", () => {
    expect(declared(good(addQuantities(by(of("points"), 0.3), by(of("points"), 0.7), "+")), "points")).toBe("fits");
    expect(commonQuantity(by(of("days"), 24), of("minutes"))).toMatchObject({ ok: false });
    expect(commonQuantity(by(of("days"), 1440), of("minutes"))).toMatchObject({ ok: true });
  });

  it("tells the factor to multiply by", () => {
    expect(addQuantities(of("persons"), of("kpersons"), "+")).toMatchObject({
      ok: false,
      fault: { text: { en: expect.stringContaining("1000") } },
    });
  });
});

it("gives growth of amounts and indices, not of levels and points", () => {
  expect(growthOf(of("bn_vnd"))).toMatchObject({ ok: true });
  expect(growthOf(of("pp"))).toMatchObject({ ok: false });
});

it("has a text in both languages for every unit of the catalogue", () => {
  expect(UNIT_CATALOGUE.size).toBe(63);
  for (const { text } of UNIT_CATALOGUE.values()) expect(text.vi !== "" && text.en !== "").toBe(true);
});
