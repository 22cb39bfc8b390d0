import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeQuantity } from "./describe-quantity.ts";
import { type Quantity, quantityOf, sameExponents } from "./quantity.ts";
import type { Unit } from "./unit.ts";
import {
  addLiteral,
  addQuantities,
  commonQuantity,
  matchDeclared,
  multiplyQuantities,
  scaleQuantity,
} from "./unit-algebra.ts";
import { UNIT_CATALOGUE } from "./unit-catalogue.ts";
import type { UnitResult } from "./unit-fault.ts";

const anyUnit = fc.constantFrom(...UNIT_CATALOGUE.values());
/** Units that are multiplied and divided: neither levels nor moments. */
const measure = anyUnit.filter(({ kind }) => kind !== "state" && kind !== "timestamp");
const amount = measure.filter(({ kind }) => kind === "plain");

function good(result: UnitResult<Quantity>): Quantity {
  if (!result.ok) throw new Error(result.fault.text.en);
  return result.quantity;
}
const over = (a: Quantity, b: Quantity): Quantity => good(multiplyQuantities(a, b, -1));

/** What a quantity is, whatever the order in which it came about. */
const essence = ({ exponents, factor, counted, per }: Quantity) => ({
  exponents: (["length", "mass", "time", "vnd", "usd"] as const).map((base) => exponents[base] ?? 0),
  factor: Number(factor.toPrecision(9)),
  counted: [...counted].sort(),
  per: [...per].sort(),
});

/** What a refusal for size says to do with the second operand. */
function adviceOf(sum: UnitResult<Quantity>): string[] {
  const said = /(multiply|divide) the second by ([\d.e+-]+)\.$/u.exec(sum.ok ? "" : sum.fault.text.en) ?? [];
  return said.slice(1);
}

describe("sums of units", () => {
  const codeOf = (a: Unit, b: Unit, sign: "+" | "-"): string => {
    const sum = addQuantities(quantityOf(a), quantityOf(b), sign);
    return sum.ok ? "fits" : sum.fault.code;
  };

  it("fit or not whichever comes first, and for the same reason", () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        expect(codeOf(a, b, "+")).toBe(codeOf(b, a, "+"));
      }),
    );
  });

  it("of a unit with itself fit, and are of that unit", () => {
    fc.assert(
      fc.property(amount, (unit) => {
        const sum = good(addQuantities(quantityOf(unit), quantityOf(unit), "+"));
        expect(matchDeclared(sum, unit).ok).toBe(true);
      }),
    );
  });

  it("of different things never fit, of one thing in two sizes are told apart from that", () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const alike = sameExponents(a.exponents, b.exponents) && a.noun === b.noun;
        const expected = !alike ? "unit-mismatch" : a.factor === b.factor ? "fits" : "unit-scale";
        expect(codeOf(a, b, "+")).toBe(expected);
        expect(codeOf(a, b, "-")).toBe(expected);
      }),
    );
  });

  it("that are told to multiply by a factor fit once that is done", () => {
    const units = [...UNIT_CATALOGUE.values()].filter(({ kind }) => kind === "plain" || kind === "timestamp");
    const pairs = units
      .flatMap((a) => units.map((b) => ({ a, b })))
      .filter(({ a, b }) => a.kind === b.kind && a.noun === b.noun && sameExponents(a.exponents, b.exponents));
    let told = 0;
    for (const { a, b } of pairs) {
      const [how, number] = adviceOf(addQuantities(quantityOf(a), quantityOf(b), "+"));
      if (how === undefined) continue;
      told += 1;
      const scaled = good(scaleQuantity(quantityOf(b), how === "divide" ? 1 / Number(number) : Number(number)));
      expect(addQuantities(quantityOf(a), scaled, "+").ok, `${a.code} + ${b.code}, ${how} by ${number}`).toBe(true);
    }
    expect(told).toBeGreaterThan(20);
    const [moment, days] = [UNIT_CATALOGUE.get("timestamp"), UNIT_CATALOGUE.get("days")];
    if (moment === undefined || days === undefined) throw new Error("gone from the catalogue");
    expect(addQuantities(quantityOf(moment), good(scaleQuantity(quantityOf(days), 1_440)), "+").ok).toBe(true);
  });

  it("share what can be compared: common to both is common to either with itself", () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        const [first, second] = [quantityOf(a), quantityOf(b)];
        expect(commonQuantity(first, first).ok).toBe(true);
        expect(commonQuantity(first, second).ok).toBe(commonQuantity(second, first).ok);
      }),
    );
  });

  it("with a bare number fit ratios only, and amounts never", () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        const takesNumber = addLiteral(quantityOf(unit)).ok;
        const isRatio = unit.noun === null && sameExponents(unit.exponents, {});
        if (!isRatio || unit.kind === "state") expect(takesNumber).toBe(false);
        if (["percent", "index", "difference"].includes(unit.kind)) expect(takesNumber).toBe(true);
      }),
    );
  });
});

describe("a written factor", () => {
  it("of a power of ten turns a unit into its smaller or larger one, and back", () => {
    const power = fc.integer({ min: 2, max: 9 }).map((n) => 10 ** n);
    fc.assert(
      fc.property(amount, power, (unit, by) => {
        const smaller = good(scaleQuantity(quantityOf(unit), by));
        expect(smaller.factor * by).toBeCloseTo(unit.factor, 9);
        expect(essence(good(scaleQuantity(smaller, 1 / by)))).toEqual(essence(quantityOf(unit)));
      }),
    );
  });

  it("of one, minus one or zero changes no unit; a sign changes none either", () => {
    fc.assert(
      fc.property(measure, fc.constantFrom(1, -1, 0), (unit, by) => {
        expect(good(scaleQuantity(quantityOf(unit), by))).toEqual(quantityOf(unit));
        expect(essence(good(scaleQuantity(quantityOf(unit), -1_000)))).toEqual(
          essence(good(scaleQuantity(quantityOf(unit), 1_000))),
        );
      }),
    );
  });

  it("that is a weight leaves the declared unit fitting, one that is a slip of size does not", () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(0.3, 0.7, 2, 60, 24), (unit, weight) => {
        expect(matchDeclared(good(scaleQuantity(quantityOf(unit), weight)), unit).ok).toBe(true);
        expect(matchDeclared(good(scaleQuantity(quantityOf(unit), 1_000)), unit)).toMatchObject({
          fault: { code: "unit-scale" },
        });
      }),
    );
  });
});

describe("a unit of the catalogue", () => {
  it("fits itself and is called by its own name", () => {
    for (const unit of UNIT_CATALOGUE.values()) {
      expect(matchDeclared(quantityOf(unit), unit).ok, unit.code).toBe(true);
      expect(commonQuantity(quantityOf(unit), quantityOf(unit)).ok, unit.code).toBe(true);
    }
  });

  it.each([
    ["bn_vnd", "tỷ đồng"],
    ["quintal_ha", "tạ/ha"],
    ["kpersons", "nghìn người"],
    ["pp", "điểm %"],
  ])("%s reads as %s", (code, vi) => {
    const unit = UNIT_CATALOGUE.get(code);
    expect(unit === undefined ? null : describeQuantity(quantityOf(unit)).vi).toBe(vi);
  });

  it("per a count reads as one thing per another", () => {
    const [money, people] = ["mvnd", "persons"].map((code) => UNIT_CATALOGUE.get(code));
    if (money === undefined || people === undefined) throw new Error("gone from the catalogue");
    expect(describeQuantity(over(quantityOf(money), quantityOf(people)))).toMatchObject({
      vi: "triệu đồng/người",
    });
  });
});
