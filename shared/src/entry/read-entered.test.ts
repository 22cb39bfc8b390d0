import { describe, expect, it } from "vitest";
import { type EntryUnit, readEntered } from "./read-entered.ts";

const BILLION: EntryUnit = { name: { vi: "tỷ đồng", en: "billion dong" }, isPercent: false, shown: null };
const PERCENT: EntryUnit = { name: { vi: "%", en: "%" }, isPercent: true, shown: null };

function echo(typed: string, unit: EntryUnit): string {
  const read = readEntered(typed, unit);
  return read.kind === "number" ? read.reading.echo.vi : read.kind;
}

describe("what is typed into a cell", () => {
  it.each([
    ["1.234,5", BILLION, "1.234,5 tỷ đồng"],
    ["1234.5", BILLION, "1.234,5 tỷ đồng"],
    ["1234,50", BILLION, "1.234,50 tỷ đồng"],
    ["−2,5", BILLION, "−2,5 tỷ đồng"],
    ["8,3%", PERCENT, "8,3%"],
    ["8.3", PERCENT, "8,3%"],
    ["  ", BILLION, "empty"],
    ["8,3%", BILLION, "refused"],
    ["12 (1)", BILLION, "refused"],
    ["1.234", BILLION, "ambiguous"],
  ])("%j is told back as %s", (typed, unit, said) => {
    expect(echo(typed, unit)).toBe(said);
  });

  it("offers both meanings in figures and in words, and guesses neither", () => {
    const read = readEntered("1.234", BILLION);
    expect(read.kind === "ambiguous" && read.readings.map(({ text, echo: { vi } }) => [text, vi])).toEqual([
      ["1234", "1.234 tỷ đồng (một nghìn hai trăm ba mươi tư)"],
      ["1.234", "1,234 tỷ đồng (một phẩy hai ba bốn)"],
    ]);
  });

  it("says what screens will show where they show another unit", () => {
    const shown = { name: { vi: "nghìn tỷ đồng", en: "trillion dong" }, factor: 0.001, decimals: 1 };
    expect(echo("1234,5", { ...BILLION, shown })).toBe("1.234,5 tỷ đồng (trên màn hình: 1,2 nghìn tỷ đồng)");
  });
});
