import { describe, expect, it } from "vitest";
import { dayNumberOf } from "../period/civil-date.ts";
import { createAggregationPlaces } from "./aggregation-places.ts";
import { areaLineage } from "./area-lineage.ts";
import { areaLinks } from "./area-links.ts";
import { lineageLinks } from "./lineage.ts";
import { LinkTable } from "./link-table.ts";
import { aUnit, SMALL_COUNTRY, SPLIT } from "./testing/index.ts";
import { withSuccessorBreaks } from "./with-successor-breaks.ts";

const day = (date: string): number => dayNumberOf(date) ?? Number.NaN;
const { areas } = createAggregationPlaces({ areas: SMALL_COUNTRY, lineage: SPLIT });
const partsOf = (whole: string, kind: "roll-up" | "recast", date: string) =>
  areas.partsAt(whole, kind, day(date))?.codes ?? null;

const FORMER = ["vn63:10", "vn63:11", "vn63:12", "vn63:13", "vn63:14", "vn63:15"];
const PRESENT = ["31", "32", "33", "34", "35"];

describe("which areas make which", () => {
  it.each<[string, "roll-up" | "recast", string, readonly string[] | null]>([
    ["VN", "roll-up", "2024-12-31", FORMER],
    ["VN", "roll-up", "2025-01-01", PRESENT],
    ["RA", "roll-up", "2025-06-30", ["31", "32"]],
    ["RA", "roll-up", "2020-06-30", ["31", "32"]],
    ["RB", "roll-up", "2025-06-30", ["33", "34", "35"]],
    ["31", "roll-up", "2025-06-30", ["31001", "31002"]],
    ["31", "roll-up", "2024-06-30", null],
    ["31", "recast", "2024-12-31", ["vn63:10", "vn63:11"]],
    ["31", "recast", "2025-01-01", null],
    ["32", "recast", "2024-12-31", ["vn63:12"]],
    ["34", "recast", "2024-12-31", ["vn63:15"]],
    ["vn63:10", "recast", "2020-12-31", null],
    ["demo:MAU", "roll-up", "2025-06-30", null],
  ])("%s %s on %s", (whole, kind, date, expected) => expect(partsOf(whole, kind, date)).toEqual(expected));

  it("takes both units of an earlier merger into one that lived on, until that day", () => {
    const town = aUnit("vn63:70", { validTo: "2024-12-31", predecessors: ["vn63:71"] });
    const fields = aUnit("vn63:71", { validTo: "2008-07-31" });
    const present = aUnit("70", { validFrom: "2025-01-01", predecessors: ["vn63:70"] });
    const table = new LinkTable(lineageLinks(areaLineage([town, fields, present])));
    expect(table.partsAt("70", "recast", day("2008-07-31"))).toMatchObject({
      codes: ["vn63:70", "vn63:71"],
      isRename: false,
    });
    expect(table.partsAt("70", "recast", day("2008-08-01"))).toMatchObject({ codes: ["vn63:70"], isRename: true });
    expect(table.partsAt("vn63:70", "recast", day("2008-07-31"))).toBeNull();
  });

  it("calls one former unit that went over whole a rename, a part of a split unit not", () => {
    expect(areas.partsAt("32", "recast", day("2024-12-31"))?.isRename).toBe(true);
    expect(areas.partsAt("34", "recast", day("2024-12-31"))).toMatchObject({ isRename: false, shares: [0.4] });
    expect(areas.partsAt("31", "recast", day("2024-12-31"))?.isRename).toBe(false);
  });

  it.each(["2024-12-31", "2025-01-01", "2030-01-01"])("counts no ground twice on %s", (date) => {
    const leaves = (code: string): readonly string[] => {
      const below = partsOf(code, "roll-up", date);
      return below === null ? [code] : below.flatMap(leaves);
    };
    for (const whole of ["VN", "RA", "RB"]) {
      const own = leaves(whole);
      expect(new Set(own).size).toBe(own.length);
      const withinOthers = own.filter((code) => areas.linksFrom(code).some(({ whole: above }) => own.includes(above)));
      expect(withinOthers).toEqual([]);
    }
    expect([...leaves("RA"), ...leaves("RB")].sort()).toEqual(
      date < "2025" ? PRESENT.toSorted() : [...leaves("VN")].sort(),
    );
  });

  it("puts each part on an earlier stage than its whole", () => {
    for (const { part, whole } of [...areaLinks(SMALL_COUNTRY), ...lineageLinks(SPLIT)]) {
      expect(areas.stageOf(part)).toBeLessThan(areas.stageOf(whole));
    }
  });

  it("gives one object for all days of equal parts", () => {
    expect(areas.partsAt("VN", "roll-up", day("2025-03-01"))).toBe(areas.partsAt("VN", "roll-up", day("2031-03-01")));
  });

  it("refuses a unit that is a part of itself", () => {
    const link = { kind: "recast", first: 0, last: 9, share: 1 } as const;
    const circle = [
      { ...link, part: "a", whole: "b" },
      { ...link, part: "b", whole: "a" },
    ];
    expect(() => new LinkTable(circle)).toThrowError(/links-cycle/);
  });
});

describe("a lineage", () => {
  it("follows a later merger of merged units", () => {
    const later = { from: ["31", "32"], to: "41", effective: "2030-01-01" };
    const table = new LinkTable(lineageLinks([{ from: ["10", "11"], to: "31", effective: "2025-01-01" }, later]));
    expect(table.partsAt("41", "recast", day("2024-01-01"))?.codes).toEqual(["31", "32"]);
    expect(table.partsAt("31", "recast", day("2024-01-01"))?.codes).toEqual(["10", "11"]);
    expect(table.partsAt("31", "recast", day("2027-01-01"))).toBeNull();
    expect(table.stageOf("41")).toBe(2);
  });

  it("leaves out a unit that lived on under its code", () => {
    const units = [aUnit("vn63:HT", { validTo: "2008-07-31" }), aUnit("vn63:01", { predecessors: ["vn63:HT"] })];
    expect(areaLineage(units)).toEqual([]);
  });

  const step = { from: ["a", "b"], to: "c", effective: "2025-01-01" };
  it.each([
    ["a unit that keeps a former code", [{ ...step, to: "b" }]],
    ["two origins of one unit", [step, { ...step, from: ["d"] }]],
    ["a unit that goes whole into two", [step, { ...step, to: "d" }]],
    ["weights that lose something", [{ ...step, weights: { a: 0.5 } }]],
    [
      "weights that count something twice",
      [
        { ...step, weights: { a: 0.5 } },
        { ...step, from: ["a"], to: "d", weights: { a: 0.7 } },
      ],
    ],
    ["a negative weight", [{ ...step, weights: { a: -1 } }]],
    ["no former unit", [{ ...step, from: [] }]],
    ["a day that does not exist", [{ ...step, effective: "2025-02-30" }]],
  ])("refuses %s", (_name, steps) => expect(() => lineageLinks(steps)).toThrowError(/lineage-invalid/));

  it("hands a break of a former unit on to its successor", () => {
    const broken = { breaks: [{ from: "2020-08", areas: ["vn63:10"], reason: { vi: "", en: "" } }] };
    expect(withSuccessorBreaks(broken, areas).breaks[0]?.areas).toEqual(["vn63:10", "31"]);
    const everywhere = { breaks: [{ from: "2020-08", reason: { vi: "", en: "" } }] };
    expect(withSuccessorBreaks(everywhere, areas)).toBe(everywhere);
  });
});
