import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { shownStatus, statusView } from "../../card/index.ts";

const keyOf = (card: CardModel) => `${card.ref.indicator}|${card.ref.area}|${card.ref.breakdown}`;

/** What the live region says when cards changed: only those whose status word changed, each as "name: word". */
export function statusChanges(before: readonly CardModel[], after: readonly CardModel[], language: Language): string[] {
  const known = new Map(before.map((card) => [keyOf(card), shownStatus(card)]));
  return after.flatMap((card) => {
    const was = known.get(keyOf(card));
    const is = shownStatus(card);
    if (was === undefined || was === is) return [];
    return [`${card.name[language]}: ${statusView(is, language).word}`];
  });
}
