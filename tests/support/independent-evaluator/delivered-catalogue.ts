import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Places, type PlainArea, placesOf } from "./places.ts";
import type { FactsOf } from "./replay-explanation.ts";

const Indicators = z.object({
  indicators: z.array(
    z.object({
      code: z.string(),
      period: z.string(),
      accumulation: z.string(),
      direction: z.string(),
      aggregation: z.object({
        area: z.string(),
        time: z.string(),
        weight: z.string().optional(),
        partialOver: z.array(z.string()).optional(),
      }),
      breaks: z.array(z.object({ from: z.string(), areas: z.array(z.string()).optional() })).optional(),
    }),
  ),
});
const Present = z.object({
  provinces: z.array(
    z.object({
      code: z.string(),
      region6: z.string(),
      predecessors_code63: z.array(z.string()),
      valid_from: z.string(),
    }),
  ),
});
const Former = z.object({
  provinces: z.array(z.object({ code: z.string(), valid_to: z.string() })),
  former_units: z.array(z.object({ area: z.string(), valid_to: z.string() })),
});
const Regions = z.object({ codeset_post_2025: z.array(z.object({ code: z.string() })) });

function readFile<T>(name: string, schema: z.ZodType<T>): T {
  const file = new URL(`../../../seed/data/catalog/${name}.json`, import.meta.url);
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** What a replay must know of each indicator, read from the catalogue as it is delivered. */
export function deliveredFacts(): FactsOf {
  const { indicators } = readFile("indicators", Indicators);
  const facts = new Map(
    indicators.map(({ code, period, aggregation, breaks = [], accumulation, direction }) => [
      code,
      {
        period,
        timeRule: aggregation.time,
        breaks,
        areaRule: aggregation.area,
        weight: aggregation.weight,
        partialOverArea: aggregation.partialOver?.includes("area") ?? false,
        accumulation,
        direction,
      },
    ]),
  );
  return (indicator) => facts.get(indicator) ?? { period: "month", timeRule: "none", breaks: [] };
}

const UNIT: PlainArea = {
  code: "VN",
  level: "nation",
  parent: null,
  region: null,
  validFrom: null,
  validTo: null,
  predecessors: [],
  simulated: false,
};

/** The country as the delivered lists of units state it. */
export function deliveredPlaces(): Places {
  const present = readFile("provinces-34", Present).provinces;
  const former = readFile("provinces-63", Former);
  const merger = present[0]?.valid_from ?? null;
  return placesOf([
    UNIT,
    ...readFile("regions", Regions).codeset_post_2025.map(({ code }) => {
      return { ...UNIT, code, level: "region", validFrom: merger };
    }),
    ...present.map((unit) => ({
      ...UNIT,
      code: unit.code,
      level: "province",
      region: unit.region6,
      validFrom: unit.valid_from,
      predecessors: unit.predecessors_code63.map((code) => `vn63:${code}`),
    })),
    ...former.provinces.map(({ code, valid_to }) => {
      return { ...UNIT, code: `vn63:${code}`, level: "province", validTo: valid_to };
    }),
    ...former.former_units.map(({ area, valid_to }) => ({ ...UNIT, code: area, level: "province", validTo: valid_to })),
  ]);
}
