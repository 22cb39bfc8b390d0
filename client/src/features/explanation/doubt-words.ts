import { defineDictionary } from "@bochiso/shared/i18n";

export const doubtWords = defineDictionary({
  vi: {
    states: { open: "Đang được xem xét", wrong: "Xác định sai, chờ đính chính" },
    open: "Xem cảnh báo",
    inputs: (count: number, more: boolean) =>
      `Có ${more ? "ít nhất " : ""}${count} số liệu đầu vào đang được xem xét; số tính ra có thể thay đổi`,
  },
  en: {
    states: { open: "Under review", wrong: "Found wrong, to be corrected" },
    open: "See the flag",
    inputs: (count, more) =>
      `${more ? "At least " : ""}${count} ${count === 1 ? "input is" : "inputs are"} under review; this number may change`,
  },
});
