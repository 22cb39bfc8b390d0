import { defineDictionary } from "@bochiso/shared/i18n";

export const madeWords = defineDictionary({
  vi: {
    rollUp: (have: number, of: number, communes: boolean) =>
      `Số liệu của ${have}/${of} ${communes ? "xã, phường" : "tỉnh, thành phố"}`,
    total: (have: number, of: number) => `Cộng ${have}/${of} phân tổ`,
    formerUnits: (have: number, of: number) => `Có số liệu của ${have}/${of} đơn vị trước sáp nhập`,
    share: (percent: string) => ` (${percent} quyền số)`,
    recast: (how: string) => `Quy đổi: ${how.charAt(0).toLowerCase()}${how.slice(1)}`,
    recastShort: "quy đổi",
  },
  en: {
    rollUp: (have, of, communes) => `Figures of ${have} of ${of} ${communes ? "communes" : "provinces and cities"}`,
    total: (have, of) => `Sum of ${have} of ${of} parts`,
    formerUnits: (have, of) => `Figures of ${have} of ${of} units before the merger`,
    share: (percent) => ` (${percent} of the weight)`,
    recast: (how) => `Recast: ${how.charAt(0).toLowerCase()}${how.slice(1)}`,
    recastShort: "recast",
  },
});
