import { loadAreas, loadCatalogue } from "@bochiso/seed/catalogue";
import type { RowError } from "@bochiso/shared/submission";
import { describe, expect, it } from "vitest";
import type { ReferenceData } from "./reference.ts";
import { RowResolver } from "./resolve-row.ts";
import type { ParsedRow } from "./submitted-row.ts";
import { aCollector, aRow } from "./testing/rows.ts";

const NOW = Date.parse("2026-11-22T00:00:00Z");
const DEFINITIONS = new Map(loadCatalogue().map((it) => [String(it.code), it]));
const AREAS = new Map(loadAreas().map((it) => [String(it.code), it]));
const EXPORTS = "trade.export.value";

function codesOf(row: Partial<ParsedRow>, change: { effectiveFrom?: string; version?: number } = {}): string[] {
  return faultsOf(row, change).map((it) => it.code);
}

function faultsOf(row: Partial<ParsedRow>, change: { effectiveFrom?: string; version?: number } = {}): RowError[] {
  const definition = DEFINITIONS.get(EXPORTS);
  if (definition === undefined) throw new Error("the catalogue has no exports");
  const reference: ReferenceData = {
    definitions: new Map([[EXPORTS, { ...definition, effectiveFrom: null, ...change }]]),
    areas: AREAS,
    dimensionCodes: new Map([["ownership", new Set(["FDI", "domestic"])]]),
    locks: new Map(),
  };
  const errors = aCollector();
  const scopes = new Map([["mof.customs", new Map([[EXPORTS, new Set(["*"])]])]]);
  new RowResolver({ reference, scopes, feed: "mof.customs", now: NOW, errors }).resolve(aRow(row));
  return errors.sorted();
}

describe("RowResolver", () => {
  it("refuses periods that end before a definition takes effect, not those that hold its first day", () => {
    expect(codesOf({}, { effectiveFrom: "2025-04-01" })).toEqual(["indicator-not-in-force"]);
    expect(codesOf({}, { effectiveFrom: "2025-03-31" })).toEqual([]);
  });

  it("takes periods of before a later version: the indicator existed, and late figures still come", () => {
    expect(codesOf({}, { effectiveFrom: "2026-11-22", version: 2 })).toEqual([]);
  });

  it.each([
    ["vn63:27", "2025-06", []],
    ["vn63:27", "2025-07", ["area-not-valid-at-period"]],
    ["24", "2025-07", []],
    ["24", "2025-06", ["area-not-valid-at-period"]],
    ["vn63:HT", "2008-07", []],
    ["vn63:HT", "2008-08", ["area-not-valid-at-period"]],
    ["demo:MAU", "2025-03", ["area-not-in-feed"]],
  ])("takes %s at %s: %j", (area, period, codes) => {
    expect(codesOf({ area, period })).toEqual(codes);
  });

  it("counts today in Viet Nam: a month begins there seven hours before it does in Greenwich", () => {
    expect(codesOf({ period: "2026-12" })).toEqual(["period-in-future"]);
    expect(faultsOf({ period: "2026-12" })).toMatchObject([{ got: "2026-12", expected: "≤ 2026-11" }]);
    expect(codesOf({ period: "2026-12", scenario: "forecast" })).toEqual([]);
  });

  it.each([
    ["musd", []],
    ["triệu USD", []],
    [null, []],
    ["usd", ["code-unknown"]],
    ["tỷ USD", ["code-unknown"]],
  ])("compares the unit %j with the indicator's and converts nothing: %j", (unit, codes) => {
    expect(codesOf({ unit })).toEqual(codes);
  });

  it("lets plans and targets stand at a coarser period, never at a finer one", () => {
    expect(codesOf({ period: "2026", scenario: "target" })).toEqual([]);
    expect(codesOf({ period: "2026-01-05", scenario: "target" })).toEqual(["period-type-mismatch"]);
    expect(codesOf({ period: "2025" })).toEqual(["period-type-mismatch"]);
  });
});
