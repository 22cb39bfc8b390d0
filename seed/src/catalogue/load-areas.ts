import { Area } from "@bochiso/shared/area";
import { z } from "zod";
import { type DataDir, defaultDataDir, readDataJson } from "../files/index.ts";

const TypeAtATime = z.object({ type: z.enum(["tinh", "thanh_pho"]) });
const TypeHistory = z.tuple([TypeAtATime], TypeAtATime);
const PresentFile = z.object({
  provinces: z.array(
    z.object({
      code: z.string(),
      name_vi: z.string(),
      full_name_vi: z.string(),
      name_en: z.string(),
      type: z.enum(["tinh", "thanh_pho"]),
      region6: z.string(),
      predecessors_code63: z.array(z.string()),
      valid_from: z.string(),
    }),
  ),
});
const FormerFile = z.object({
  provinces: z.array(
    z.object({
      code: z.string(),
      name_vi: z.string(),
      name_en: z.string(),
      type_history: TypeHistory,
      valid_to: z.string(),
      successor_code34: z.string(),
    }),
  ),
  former_units: z.array(
    z.object({
      area: z.string(),
      name_vi: z.string(),
      name_en: z.string(),
      valid_to: z.string(),
      successor_code63: z.string(),
    }),
  ),
});
const RegionsFile = z.object({
  codeset_post_2025: z.array(z.object({ code: z.string(), name_vi: z.string(), name_en: z.string() })),
});

/** Short names that keep the prefix, because without it they are a person's name or a common word. */
const SHORT_NAME_VI: Readonly<Record<string, string>> = { "Hồ Chí Minh": "TP. Hồ Chí Minh", Huế: "TP. Huế" };

const KIND = {
  tinh: { vi: (name: string) => `Tỉnh ${name}`, en: (name: string) => `${name} Province` },
  thanh_pho: {
    vi: (name: string) => `Thành phố ${name}`,
    en: (name: string) => (name.endsWith("City") ? name : `${name} City`),
  },
} as const;

const NATION = Area.parse({
  code: "VN",
  codeSet: "vn",
  level: "nation",
  name: { vi: "Cả nước", en: "Viet Nam" },
  fullName: { vi: "Cả nước", en: "Socialist Republic of Viet Nam" },
  parent: null,
  region: null,
  validFrom: null,
  validTo: null,
  predecessors: [],
  successor: null,
  simulated: false,
});

/** The fictional province. It belongs to no region and no nation, so that nothing of it reaches a real total. */
export const DEMO_AREA_CODE = "demo:MAU";
const DEMO_PROVINCE = Area.parse({
  ...NATION,
  code: DEMO_AREA_CODE,
  codeSet: "demo",
  level: "province",
  name: { vi: "Tỉnh Mẫu", en: "Sample Province" },
  fullName: { vi: "Tỉnh Mẫu (mô phỏng)", en: "Sample Province (simulated)" },
  simulated: true,
});

function regions(dataDir: DataDir): Area[] {
  return RegionsFile.parse(readDataJson(dataDir, "catalog/regions.json")).codeset_post_2025.map((region) =>
    Area.parse({
      ...NATION,
      code: region.code,
      codeSet: "region",
      level: "region",
      name: { vi: region.name_vi, en: region.name_en },
      fullName: { vi: `Vùng ${region.name_vi}`, en: `${region.name_en} region` },
      parent: "VN",
      validFrom: "2025-07-01",
    }),
  );
}

function presentProvinces(dataDir: DataDir): Area[] {
  return PresentFile.parse(readDataJson(dataDir, "catalog/provinces-34.json")).provinces.map((it) =>
    Area.parse({
      ...NATION,
      code: it.code,
      codeSet: "vn34",
      level: "province",
      name: { vi: SHORT_NAME_VI[it.name_vi] ?? it.name_vi, en: it.name_en },
      fullName: { vi: it.full_name_vi, en: KIND[it.type].en(it.name_en) },
      parent: it.region6,
      region: it.region6,
      validFrom: it.valid_from,
      predecessors: it.predecessors_code63.toSorted().map((code) => `vn63:${code}`),
    }),
  );
}

/** Former provinces carry no region: the regions before July 2025 were other units. */
function formerProvinces(dataDir: DataDir): Area[] {
  const file = FormerFile.parse(readDataJson(dataDir, "catalog/provinces-63.json"));
  const codeSet63 = file.provinces.map((it) => ({
    code: `vn63:${it.code}`,
    name_vi: it.name_vi,
    name_en: it.name_en,
    kind: it.type_history[0].type,
    validTo: it.valid_to,
    predecessors: file.former_units.filter((old) => old.successor_code63 === it.code).map((old) => old.area),
    successor: it.successor_code34,
  }));
  const older = file.former_units.map((it) => ({
    code: it.area,
    name_vi: it.name_vi,
    name_en: it.name_en,
    kind: "tinh" as const,
    validTo: it.valid_to,
    predecessors: [],
    successor: `vn63:${it.successor_code63}`,
  }));
  return [...codeSet63, ...older].map((it) =>
    Area.parse({
      ...NATION,
      code: it.code,
      codeSet: "vn63",
      level: "province",
      name: { vi: SHORT_NAME_VI[it.name_vi] ?? it.name_vi, en: it.name_en },
      fullName: { vi: KIND[it.kind].vi(it.name_vi), en: KIND[it.kind].en(it.name_en) },
      parent: "VN",
      validTo: it.validTo,
      predecessors: it.predecessors,
      successor: it.successor,
    }),
  );
}

/**
 * The nation, the 6 regions, the 34 present provinces, the 63 former ones and Hà Tây, and the fictional
 * "Tỉnh Mẫu", in that order. The successor of Hà Tây is a former unit (`vn63:01`), which has its own successor.
 */
export function loadAreas(dataDir: DataDir = defaultDataDir()): Area[] {
  return [NATION, ...regions(dataDir), ...presentProvinces(dataDir), ...formerProvinces(dataDir), DEMO_PROVINCE];
}
