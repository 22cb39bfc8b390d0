import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExactDecimal } from "./exact-decimal.ts";

describe("readExactDecimal", () => {
  it.each([
    ["42150.30", "42150.3"],
    ["-0", "0"],
    ["+7", "7"],
    ["007.50", "7.5"],
    ["1.", "1"],
    ["1.5e3", "1500"],
    ["15E-1", "1.5"],
    ["-12e-5", "-0.00012"],
    ["0.000", "0"],
    ["12345678901234567890123456789012345678", "12345678901234567890123456789012345678"],
    ["0.12345678901234567890123456789012345678", "0.12345678901234567890123456789012345678"],
  ])("reads %s as %s and keeps what was sent", (sent, canonical) => {
    expect(readExactDecimal(sent)).toMatchObject({ sent, canonical, double: Number(sent) + 0 });
  });

  it.each(["", "abc", "1,5", "1 000", "0x10", "1e", ".", "1.2.3", "--1", "٣", " 1"])(
    "refuses %j as no number",
    (sent) => {
      expect(readExactDecimal(sent)).toBe("value-not-a-number");
    },
  );

  it.each([
    "NaN",
    "Infinity",
    "-inf",
    "1e400",
    "123456789012345678901234567890123456789",
    "1e38",
    "1e-39",
    `1.${"0".repeat(200)}`,
  ])("refuses %s for its precision", (sent) => {
    expect(readExactDecimal(sent)).toBe("value-precision");
  });

  it("gives the double that JavaScript gives, for every number it accepts", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (double) => {
        const read = readExactDecimal(String(double));
        if (typeof read === "object") expect(read.double).toBe(double === 0 ? 0 : double);
      }),
    );
  });

  it("is canonical: reading its own text changes nothing", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,12}(\.\d{0,12})?(e[+-]?\d)?$/), (text) => {
        const read = readExactDecimal(text);
        if (typeof read !== "object") return;
        expect(readExactDecimal(read.canonical)).toMatchObject({ canonical: read.canonical, double: read.double });
      }),
    );
  });
});
