import { formatNumber } from "@bochiso/shared/i18n";
import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { madeWords } from "./made-words.ts";

const PROVINCE = /^\d{2}$/;

/**
 * What a computed value stands on: "Số liệu của 31/34 tỉnh, thành phố (92% quyền số)", or the units it was recast from.
 * Null for a reported value and for a formula of the unit's own figures.
 */
export function madeText(
  { made, ref, value }: Pick<CardModel, "made" | "ref" | "value">,
  language: Language,
): string | null {
  const t = madeWords[language];
  if (made === null) return null;
  if (made.how !== undefined) return t.recast(made.how[language]);
  const { have, of, weightShare } = made;
  if (have === null || of === null) return null;
  const share =
    weightShare === null || have === of
      ? ""
      : t.share(`${formatNumber(weightShare * 100, { lang: language, decimals: 0 })}%`);
  if (made.way === "roll-up") return t.rollUp(have, of, PROVINCE.test(ref.area)) + share;
  if (made.way === "total") return t.total(have, of) + share;
  return value.kind === "missing" ? t.formerUnits(have, of) : null;
}
