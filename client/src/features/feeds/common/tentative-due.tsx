import type { NextDelivery } from "@bochiso/shared/feed";
import { defineDictionary } from "@bochiso/shared/i18n";
import { useWords } from "../../../lib/i18n/index.ts";

const words = defineDictionary({
  vi: { tentative: (year: number) => `Dự kiến, chưa có thông báo nghỉ lễ năm ${year}` },
  en: { tentative: (year) => `Provisional: holidays of ${year} are not announced yet` },
});

/** Of a moment counted in working days: that holidays which are not announced yet may move it. */
export function TentativeDue({ next: { untoldYear } }: { next: NextDelivery }) {
  const t = useWords(words);
  return untoldYear === null ? null : <small>{t.tentative(untoldYear)}</small>;
}
