import { defineDictionary } from "@bochiso/shared/i18n";

export const mapWords = defineDictionary({
  vi: {
    map: (count: number, what: string) =>
      `Bản đồ ${count} tỉnh, thành phố theo ${what}, có quần đảo Hoàng Sa thuộc TP. Đà Nẵng và quần đảo Trường Sa thuộc tỉnh Khánh Hòa. Dùng phím mũi tên để chọn địa phương, Enter để mở.`,
    tiles: (count: number, what: string) =>
      `Lưới ${count} ô, mỗi ô một tỉnh, thành phố, theo ${what}, có ô quần đảo Hoàng Sa và ô quần đảo Trường Sa. Dùng phím mũi tên để chọn, Enter để mở.`,
    noData: "chưa có số liệu",
  },
  en: {
    map: (count, what) =>
      `Map of ${count} provinces and cities by ${what}, with the Hoang Sa archipelago of Da Nang City and the Truong Sa archipelago of Khanh Hoa province. Arrow keys choose a place, Enter opens it.`,
    tiles: (count, what) =>
      `Grid of ${count} squares, one for each province or city, by ${what}, with squares for the Hoang Sa and Truong Sa archipelagos. Arrow keys choose, Enter opens.`,
    noData: "no data",
  },
});
