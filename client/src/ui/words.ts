import { defineWords } from "../lib/i18n/index.ts";

export const uiWords = defineWords({
  vi: { simulated: "Số liệu mô phỏng", close: "Đóng", retry: "Thử lại" },
  en: { simulated: "Simulated figures", close: "Close", retry: "Try again" },
});
