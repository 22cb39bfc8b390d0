import { anArea, aUnit, SMALL_COUNTRY } from "@bochiso/shared/aggregation/testing";
import { AreaCode } from "@bochiso/shared/area";
import { type PeriodType, parsePeriod } from "@bochiso/shared/period";
import { describe, expect, it } from "vitest";
import { createAreaSpace } from "./area-space.ts";

const space = createAreaSpace([
  ...SMALL_COUNTRY,
  aUnit("31003", { parent: "31", validFrom: "2025-01-01", validTo: "2026-06-30" }),
  aUnit("31004", { parent: "31", validFrom: "2026-07-01" }),
  aUnit("32001", { parent: "32", simulated: true }),
]);

function at(text: string, type?: PeriodType) {
  const parsed = parsePeriod(text, type);
  if (!parsed.ok) throw new Error(text);
  return parsed.period;
}

describe("createAreaSpace", () => {
  it("puts communes in their province and provinces in the nation", () => {
    expect(space.parentOf(anArea("31001"))).toBe("31");
    expect(space.parentOf(anArea("31"))).toBe("VN");
    expect(space.parentOf(anArea("VN"))).toBeNull();
    expect(space.parentOf(anArea("RA"))).toBeNull();
    expect(space.childrenOf(anArea("31"), null)).toEqual(["31001", "31002", "31003", "31004"]);
    expect(space.childrenOf(anArea("RA"), null)).toEqual([]);
    expect(space.childrenOf(anArea("34"), null)).toEqual([]);
  });

  it("counts the units in force at the end of the period", () => {
    const communes = (text: string) => space.childrenOf(anArea("31"), at(text));
    expect(communes("2024")).toEqual([]);
    expect(communes("2025")).toEqual(["31001", "31002", "31003"]);
    expect(communes("2026-06")).toEqual(["31001", "31002", "31003"]);
    expect(communes("2026-07")).toEqual(["31001", "31002", "31004"]);
    expect(space.childrenOf(anArea("VN"), at("2024-12"))).toEqual(
      ["10", "11", "12", "13", "14", "15"].map((code) => `vn63:${code}`),
    );
    expect(space.childrenOf(anArea("VN"), at("2025-01"))).toEqual(["31", "32", "33", "34", "35"]);
  });

  it("leaves fictional units out, above and below", () => {
    expect(space.parentOf(anArea("32001"))).toBeNull();
    expect(space.childrenOf(anArea("32"), null)).toEqual([]);
    expect(space.parentOf(AreaCode.parse("demo:MAU"))).toBeNull();
  });
});
