import { loadAreas, loadCatalogue } from "@bochiso/seed/catalogue";
import { expect, it } from "vitest";
import type { ParsedRow } from "../submitted-row.ts";
import { aRow, reported } from "../testing/rows.ts";
import { checkOwnership } from "./check-ownership.ts";

const definitions = new Map(loadCatalogue().map((it) => [String(it.code), it]));
const areas = new Map(loadAreas().map((it) => [String(it.code), it]));
const scopes = new Map([
  ["mof.customs", new Map([["trade.export.value", new Set(["*"])]])],
  ["mof.nso", new Map([["macro.cpi.index", new Set(["*"])]])],
  ["prov.01", new Map([["cct.met", new Set(["01", "!vn63:28"])]])],
  ["prov.04", new Map([["cct.met", new Set(["04"])]])],
  ["demo", new Map([["trade.export.value", new Set(["demo:*"])]])],
]);

function faultsOf(feed: string, change: Partial<ParsedRow>) {
  const row = aRow(change);
  const definition = definitions.get(row.indicator);
  if (definition === undefined) throw new Error(`the catalogue has no ${row.indicator}`);
  const area = areas.get(row.area) ?? null;
  return reported((faults) => checkOwnership(row, { definition, area }, { feed, scopes, faults }));
}

it("takes what the feed owns, in every real area where it owns them all", () => {
  expect(faultsOf("mof.customs", {})).toEqual([]);
  expect(faultsOf("mof.customs", { area: "01" })).toEqual([]);
  expect(faultsOf("prov.01", { indicator: "cct.met", area: "01" })).toEqual([]);
});

it("keeps the fictional area and the real ones apart", () => {
  expect(faultsOf("mof.customs", { area: "demo:MAU" })).toMatchObject([{ code: "area-not-in-feed", expected: "*" }]);
  expect(faultsOf("demo", { area: "demo:MAU" })).toEqual([]);
  expect(faultsOf("demo", { area: "01" })).toMatchObject([{ code: "area-not-in-feed" }]);
});

it("names the one feed that sends an indicator, and none where several do", () => {
  const [fault] = faultsOf("mof.customs", { indicator: "macro.cpi.index" });
  expect(fault).toMatchObject({ code: "indicator-not-in-feed", expected: "mof.nso" });
  expect(fault?.detailVi).toContain('kênh "mof.nso"');
  const ofNobody = faultsOf("mof.customs", { indicator: "cct.met", area: "??" });
  expect(ofNobody).toMatchObject([{ code: "indicator-not-in-feed" }]);
  expect(ofNobody[0]).not.toHaveProperty("expected");
  expect(faultsOf("mof.customs", { indicator: "cct.met", area: "04" })[0]?.expected).toBe("prov.04");
});

it("names the areas of the feed without those taken out", () => {
  const faults = faultsOf("prov.01", { indicator: "cct.met", area: "04" });
  expect(faults).toMatchObject([{ code: "area-not-in-feed", got: "04", expected: "01" }]);
});

it("refuses actual values of computed indicators, and takes their plans", () => {
  const derived = { indicator: "trade.balance" };
  const codes = (change: Partial<ParsedRow>) => faultsOf("mof.customs", { ...derived, ...change }).map((it) => it.code);
  expect(codes({})).toEqual(["indicator-derived", "indicator-not-in-feed"]);
  expect(codes({ scenario: "plan" })).toEqual(["indicator-not-in-feed"]);
  expect(codes({ unread: new Set(["scenario"]) })).toEqual(["indicator-not-in-feed"]);
});
