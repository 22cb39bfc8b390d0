import { defineDictionary } from "@bochiso/shared/i18n";

export const uiWords = defineDictionary({
  vi: { simulated: "Số liệu mô phỏng", close: "Đóng", retry: "Thử lại" },
  en: { simulated: "Simulated figures", close: "Close", retry: "Try again" },
});
