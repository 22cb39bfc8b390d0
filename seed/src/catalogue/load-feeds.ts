import type { AreaCode } from "@bochiso/shared/area";
import type { IndicatorCode } from "@bochiso/shared/indicator";
import type { Text } from "@bochiso/shared/text";
import { type DataDir, defaultDataDir } from "../files/index.ts";
import { COLLECTIVE_AGENCIES, DEMO_PROVINCE_AGENCY, loadAgencies, provinceAgencyCode } from "./load-agencies.ts";
import { DEMO_AREA_CODE, loadAreas } from "./load-areas.ts";
import { loadCatalogue } from "./load-catalogue.ts";

/** Cells a feed owns: each of these indicators in each of these areas. */
export interface FeedScope {
  readonly indicators: readonly IndicatorCode[];
  readonly areas: readonly AreaCode[];
}

/** Kênh cung cấp dữ liệu of a seeded system: the only source of the cells in its scopes (Art. 10.4.b). */
export interface SeedFeed {
  readonly code: string;
  readonly agency: string;
  readonly name: Text;
  readonly scopes: readonly FeedScope[];
  readonly simulated: boolean;
  /** Its values count once a named person approved them; absent: at once. */
  readonly requireSignOff?: boolean;
}

/** The part of the fictional province's figures that its statistics office sends and somebody signs off. */
export const DEMO_SIGNED_OFF = {
  feed: "demo.tinhmau.thongke",
  name: { vi: "Thống kê Tỉnh Mẫu", en: "Statistics office of Sample Province" },
  indicators: ["macro.va.agri", "macro.va.industry", "macro.va.services", "macro.product_tax"],
} as const satisfies { feed: string; name: Text; indicators: readonly string[] };
const SIGNED_OFF: ReadonlySet<string> = new Set(DEMO_SIGNED_OFF.indicators);

/**
 * National figures of indicators that every province answers for: the Government Office runs the National
 * Public Service Portal and publishes them for the whole country. Provinces own only their own area, so
 * these cells have no other owner.
 */
const NATIONAL_FIGURES: readonly { readonly feed: string; readonly indicator: string }[] = [
  { feed: "oog", indicator: "psq.ontime_rate" },
];

/** The feeds of a seeded system. No (indicator, area) has two owners; no feed is called `province` or `all`. */
export function loadFeeds(dataDir: DataDir = defaultDataDir()): SeedFeed[] {
  const catalogue = loadCatalogue(dataDir);
  const areas = loadAreas(dataDir);
  const agencies = loadAgencies(dataDir);
  const realAreas = areas.filter((it) => !it.simulated).map((it) => it.code);
  const codesWhere = (keep: (agency: string) => boolean): IndicatorCode[] =>
    catalogue.filter((it) => keep(it.responsibleAgency)).map((it) => it.code);

  const responsible = new Set(catalogue.map((it) => it.responsibleAgency));
  const feeds: SeedFeed[] = [];
  for (const agency of agencies) {
    if (!responsible.has(agency.code) || COLLECTIVE_AGENCIES.has(agency.code)) continue;
    const national = NATIONAL_FIGURES.filter((it) => it.feed === agency.code).map((it) => it.indicator);
    const scopes: FeedScope[] = [{ indicators: codesWhere((code) => code === agency.code), areas: realAreas }];
    if (national.length > 0) {
      scopes.push({
        indicators: catalogue.filter((it) => national.includes(it.code)).map((it) => it.code),
        areas: areas.filter((it) => it.level === "nation").map((it) => it.code),
      });
    }
    feeds.push({ code: agency.code, agency: agency.code, name: agency.name, scopes, simulated: false });
  }

  const provincial = codesWhere((code) => COLLECTIVE_AGENCIES.has(code));
  const nameOf = new Map(agencies.map((it) => [it.code, it.name]));
  const local = (code: string, indicators: readonly IndicatorCode[], area: AreaCode, simulated: boolean): SeedFeed => {
    const name = nameOf.get(code);
    if (!name) throw new Error(`no agency ${code} for area ${area}`);
    return { code, agency: code, name, scopes: [{ indicators, areas: [area] }], simulated };
  };
  for (const area of areas) {
    if (area.codeSet === "vn34") feeds.push(local(provinceAgencyCode(area.code), provincial, area.code, false));
    if (area.code !== DEMO_AREA_CODE) continue;
    const codes = codesWhere(() => true);
    const atOnce = codes.filter((code) => !SIGNED_OFF.has(code));
    const signedOff = codes.filter((code) => SIGNED_OFF.has(code));
    feeds.push(local(DEMO_PROVINCE_AGENCY, atOnce, area.code, true));
    const { feed: code, name } = DEMO_SIGNED_OFF;
    feeds.push({ ...local(DEMO_PROVINCE_AGENCY, signedOff, area.code, true), code, name, requireSignOff: true });
  }
  return feeds;
}

/** The code of the feed that owns a cell, or undefined where nobody may send it. */
export type OwnerOf = (indicator: string, area: string) => string | undefined;

/** Index of single ownership. Throws if a cell has two owners. */
export function indexOwners(feeds: readonly SeedFeed[]): OwnerOf {
  const owners = new Map<string, string>();
  for (const feed of feeds) {
    for (const scope of feed.scopes) {
      for (const indicator of scope.indicators) {
        for (const area of scope.areas) {
          const cell = `${indicator}|${area}`;
          const other = owners.get(cell);
          if (other !== undefined) throw new Error(`${cell} is owned by ${other} and by ${feed.code}`);
          owners.set(cell, feed.code);
        }
      }
    }
  }
  return (indicator, area) => owners.get(`${indicator}|${area}`);
}
