import { describe, expect, it } from "vitest";
import { Area, AreaCode } from "./index.ts";

describe("the code of an area", () => {
  it.each(["VN", "RRD", "01", "96", "vn63:24", "vn63:HT", "demo:MAU", "demo:BO1", "00001"])("%s is one", (code) => {
    expect(AreaCode.parse(code)).toBe(code);
  });

  it.each([
    "",
    "vn",
    "V",
    "1",
    "001",
    "0001",
    "000001",
    "vn63:1",
    "vn63:240",
    "VN63:24",
    "vn34:24",
    "demo:",
    "demo:mau",
    "DEMO:MAU",
    "01 ",
    " 01",
    "Hà Nội",
    "٠١",
    "01\n",
    "*",
    "!01",
  ])("%j is none", (code) => {
    expect(AreaCode.safeParse(code).success).toBe(false);
  });

  it("of a former unit is never that of a present one", () => {
    for (const bare of ["01", "24", "79"]) expect(AreaCode.parse(`vn63:${bare}`)).not.toBe(AreaCode.parse(bare));
  });
});

describe("an area", () => {
  const HUE = {
    code: "46",
    codeSet: "vn34",
    level: "province",
    name: { vi: "TP. Huế", en: "Hue City" },
    fullName: { vi: "Thành phố Huế", en: "Hue City" },
    parent: "VN",
    region: "NCC",
    validFrom: "2025-07-01",
    validTo: null,
    predecessors: ["vn63:46"],
    successor: null,
    simulated: false,
  };

  it("is told with both names, its place and its validity", () => {
    expect(Area.parse(HUE)).toEqual(HUE);
    for (const odd of [
      { level: "district" },
      { codeSet: "iso" },
      { name: "Huế" },
      { parent: "Việt Nam" },
      { predecessors: ["46 cũ"] },
      { simulated: undefined },
    ])
      expect(Area.safeParse({ ...HUE, ...odd }).success).toBe(false);
  });
});
