import type { AreaCodeSet, AreaLevel } from "../area/area.ts";
import type { Text } from "../text/text.ts";

/** Levels of an area. */
export const AREA_LEVEL_WORDS = {
  nation: { vi: "cả nước", en: "nation" },
  region: { vi: "vùng", en: "region" },
  province: { vi: "tỉnh, thành phố", en: "province" },
  commune: { vi: "xã, phường, đặc khu", en: "commune" },
} as const satisfies Record<AreaLevel, Text>;

/** The code set that an area's code belongs to. */
export const AREA_CODE_SET_WORDS = {
  vn: { vi: "cả nước", en: "nation" },
  region: { vi: "vùng kinh tế - xã hội", en: "socio-economic regions" },
  vn34: { vi: "34 đơn vị hành chính cấp tỉnh", en: "34 present provinces" },
  vn63: { vi: "63 đơn vị trước ngày 01/7/2025", en: "63 provinces before 1 July 2025" },
  demo: { vi: "địa phương mô phỏng", en: "simulated area" },
} as const satisfies Record<AreaCodeSet, Text>;

/** Said beside every value of the fictional province and ministry, on screen, in print and in speech. Source: domain.md. */
export const SIMULATED_WORD = { vi: "Số liệu mô phỏng", en: "Simulated data" } as const satisfies Text;
