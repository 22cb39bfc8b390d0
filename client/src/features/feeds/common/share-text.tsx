import { defineDictionary, formatNumber, formatPercent } from "@bochiso/shared/i18n";
import type { QualityShare } from "@bochiso/shared/screen";
import { useLanguage } from "../../../lib/i18n/index.ts";

/** The four shares in their order. */
export const SHARES = ["onTime", "complete", "valid", "consistent"] as const;

export const shareWords = defineDictionary({
  vi: { onTime: "Đúng hạn", complete: "Đầy đủ", valid: "Hợp lệ", consistent: "Nhất quán" },
  en: { onTime: "On time", complete: "Complete", valid: "Valid", consistent: "Consistent" },
});

/** A share with its counts; "—" where there was nothing to count. */
export function ShareText({ share: { good, of } }: { share: QualityShare }) {
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, { lang: language, decimals: 0 });
  if (of === 0) return <b>—</b>;
  return (
    <>
      <b>{formatPercent(floorShare(good, of), { lang: language, decimals: 1 })}</b>{" "}
      <span className="soft nb">
        {number(good)}/{number(of)}
      </span>
    </>
  );
}

/** In percent with one decimal, never rounded up: 100 % is said only where nothing is missing. */
function floorShare(good: number, of: number): number {
  return Math.floor((1000 * good) / of) / 10;
}
