import type { Text } from "@bochiso/shared/text";

/** The six socio-economic regions since 1 July 2025, by code. */
export const REGION_NAMES: Readonly<Record<string, Text>> = {
  NMM: { vi: "Trung du và miền núi phía Bắc", en: "Northern Midlands and Mountains" },
  RRD: { vi: "Đồng bằng sông Hồng", en: "Red River Delta" },
  NC: { vi: "Bắc Trung Bộ", en: "North Central" },
  SCCH: { vi: "Duyên hải Nam Trung Bộ và Tây Nguyên", en: "South Central Coast and Central Highlands" },
  SE: { vi: "Đông Nam Bộ", en: "Southeast" },
  MRD: { vi: "Đồng bằng sông Cửu Long", en: "Mekong River Delta" },
};
