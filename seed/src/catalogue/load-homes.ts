import { IndicatorCode } from "@bochiso/shared/indicator";
import { z } from "zod";
import { type DataDir, defaultDataDir, readDataJson } from "../files/index.ts";

const Codes = z.array(IndicatorCode);
const HomeFile = z.object({
  government: Codes,
  governmentWhenConnected: Codes,
  ministries: z.record(z.string(), Codes),
  province: Codes,
  provinceRealOnly: Codes,
  defaultMapIndicator: IndicatorCode,
  order: z.object({
    agencies: z.array(z.string()),
    attachedAgencies: z.array(z.string()),
    provincesFlat: z.array(z.string()),
    provincesByRegion: z.record(z.string(), z.array(z.string())),
  }),
});

/** Headline cards per home screen and the official orders. Source: `catalog/home.json`. */
export interface Homes {
  readonly government: readonly IndicatorCode[];
  /** Added to the Government's cards as soon as they have values. */
  readonly governmentWhenConnected: readonly IndicatorCode[];
  /** Per ministry code; a ministry that is not named has no chosen cards and starts with its first group. */
  readonly ministries: Readonly<Record<string, readonly IndicatorCode[]>>;
  readonly province: readonly IndicatorCode[];
  /** Cards of a province while only published series are there. */
  readonly provinceRealOnly: readonly IndicatorCode[];
  readonly defaultMapIndicator: IndicatorCode;
  readonly order: {
    /** Ministries and ministerial-level agencies in the Government's order. */
    readonly agencies: readonly string[];
    readonly attachedAgencies: readonly string[];
    /** Present province codes in the order of their codes. */
    readonly provinces: readonly string[];
    readonly provincesByRegion: Readonly<Record<string, readonly string[]>>;
  };
}

/** The home screens. */
export function loadHomes(dataDir: DataDir = defaultDataDir()): Homes {
  const { order, ...cards } = HomeFile.parse(readDataJson(dataDir, "catalog/home.json"));
  return {
    ...cards,
    order: {
      agencies: order.agencies,
      attachedAgencies: order.attachedAgencies,
      provinces: order.provincesFlat,
      provincesByRegion: order.provincesByRegion,
    },
  };
}
