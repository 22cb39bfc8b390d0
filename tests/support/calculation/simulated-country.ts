import { Area, type AreaCode } from "@bochiso/shared/area";
import { anIndicator } from "./an-indicator.ts";
import type { SentRow } from "./push-rows.ts";
import type { TestCatalogue } from "./save-catalogue.ts";

/** As many communes as the country has had since July 2025; all of them invented. */
export const COMMUNES = 3_321;
const PROVINCES = 34;

/** The invented nation, its provinces and communes. */
export const NATION = "demo:QG";
export const provinceCode = (at: number): string => `demo:P${String(at % PROVINCES).padStart(2, "0")}`;
export const communeCode = (at: number): string => `demo:C${String(at).padStart(4, "0")}`;

/** Unlike the fictional province of a demonstration these make a whole, so they are not marked as simulated. */
function unit(code: string, level: Area["level"], parent: string | null): Area {
  const name = { vi: code, en: code };
  return Area.parse({
    code,
    codeSet: "demo",
    level,
    name,
    fullName: name,
    parent,
    region: null,
    validFrom: null,
    validTo: null,
    predecessors: [],
    successor: null,
    simulated: false,
  });
}

const none = { area: "none", time: "none" } as const;
const rate = { accumulation: "rate", valueType: "ratio" } as const;

/** A sum and a ratio over all levels, windows over time, a rank over provinces, a constant over all months of a place. */
export const SIMULATED_COUNTRY: TestCatalogue = {
  areas: [
    unit(NATION, "nation", null),
    ...Array.from({ length: PROVINCES }, (_, at) => unit(provinceCode(at), "province", NATION)),
    ...Array.from({ length: COMMUNES }, (_, at) => unit(communeCode(at), "commune", provinceCode(at))),
  ],
  definitions: [
    anIndicator("s.value"),
    anIndicator("s.base"),
    anIndicator("s.rate", {
      ...rate,
      formula: "s.value / s.base * 100",
      aggregation: { area: "recompute", time: "none" },
    }),
    anIndicator("w.value", { aggregation: none }),
    anIndicator("w.ytd", { formula: "ytd(w.value)", aggregation: none }),
    anIndicator("w.yoy", { ...rate, formula: "yoy(w.value)", aggregation: none }),
    anIndicator("w.rolling", { formula: "rollingSum(w.value, 3)", aggregation: none }),
    anIndicator("one.value", { aggregation: none }),
    anIndicator("one.double", { formula: "one.value * 2", aggregation: none }),
    anIndicator("rank.value", { aggregation: none }),
    anIndicator("rank.place", { ...rate, formula: "rank(rank.value)", aggregation: none }),
    anIndicator("fixed.factor", { periodType: "static", aggregation: none }),
    anIndicator("fixed.value", { aggregation: none }),
    anIndicator("fixed.product", { formula: "fixed.value * fixed.factor", aggregation: none }),
  ],
};

/** A row of the country. */
export function aRow(indicator: string, area: AreaCode | string, period: string, value: number): SentRow {
  return { indicator, area, period, value, status: "E" };
}

/** Values of a month in every commune: the commune's number plus one. */
export function everyCommune(indicator: string, period: string): SentRow[] {
  return Array.from({ length: COMMUNES }, (_, at) => aRow(indicator, communeCode(at), period, at + 1));
}
