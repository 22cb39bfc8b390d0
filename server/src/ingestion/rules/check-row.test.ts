import { loadCatalogue } from "@bochiso/seed/catalogue";
import type { NaturalLimits } from "@bochiso/shared/indicator";
import { describe, expect, it } from "vitest";
import { readExactDecimal } from "../exact-decimal.ts";
import type { ParsedRow } from "../submitted-row.ts";
import { aCollector, aRow } from "../testing/rows.ts";
import { checkRow } from "./check-row.ts";

const [EXPORTS] = loadCatalogue().filter(({ code }) => code === "trade.export.value");

function faultsOf(change: Partial<ParsedRow>, limits: NaturalLimits | null = null) {
  if (EXPORTS === undefined) throw new Error("the catalogue has no exports");
  const errors = aCollector();
  checkRow(aRow(change), limits === null ? undefined : { ...EXPORTS, limits }, errors);
  return errors.sorted().map(({ pointer, code, expected }) => [pointer, code, expected]);
}
const exact = (text: string): ParsedRow["value"] => {
  const value = readExactDecimal(text);
  if (typeof value !== "object") throw new Error(`${text} is no number`);
  return value;
};

describe("value and status", () => {
  it.each<[string, Partial<ParsedRow>, unknown[]]>([
    ["a value that is final", { value: exact("1") }, []],
    ["a value that is missing", { status: "M" }, []],
    ["no value, without a word", { status: "A" }, [["value", "value-missing", "a number such as 1234.5"]]],
    ["a value that is said to be missing", { value: exact("1"), status: "O" }, [["value", "value-missing", "null"]]],
    ["no value where it stays as it is stored", { keeps: new Set(["value"]) }, []],
    ["no status where it stays as it is stored", { keeps: new Set(["status"]) }, []],
    ["a value nobody could read", { unread: new Set(["value"]) }, []],
    ["a status nobody could read", { unread: new Set(["status"]) }, []],
  ])("%s", (_what, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });
});

describe("a retraction", () => {
  it("needs its reason, and nothing else", () => {
    expect(faultsOf({ retract: true })).toEqual([["note", "note-required", undefined]]);
    expect(faultsOf({ retract: true, note: "gửi nhầm" })).toEqual([]);
    expect(faultsOf({ retract: true, unread: new Set(["note"]) })).toEqual([]);
    expect(faultsOf({ unread: new Set(["retract"]) })).toEqual([]);
  });
});

describe("natural limits", () => {
  const PERCENT = { min: 0, max: 100, minExclusive: false };

  it.each(["0", "100", "99.999"])("take %s of percent", (value) => {
    expect(faultsOf({ value: exact(value) }, PERCENT)).toEqual([]);
  });

  it.each(["-0.001", "100.001"])("refuse %s of percent and tell both bounds", (value) => {
    expect(faultsOf({ value: exact(value) }, PERCENT)).toEqual([["value", "value-out-of-range", "≥ 0, ≤ 100"]]);
  });

  it("tell a bound that is itself refused, and only bounds there are", () => {
    expect(faultsOf({ value: exact("0") }, { min: 0, max: null, minExclusive: true })).toEqual([
      ["value", "value-out-of-range", "> 0"],
    ]);
    expect(faultsOf({ value: exact("-5") }, { min: null, max: null, minExclusive: false })).toEqual([]);
  });
});
