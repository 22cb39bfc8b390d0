import { ACCUMULATION_WORDS, OBSERVATION_STATUS_WORDS, REVISED_WORD } from "@bochiso/shared/i18n";
import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";

/** Accumulations that say more than the unit does. */
const SAID: ReadonlySet<CardModel["accumulation"]> = new Set(["flow", "ytd", "cumulative", "stock", "event"]);

/** Period, accumulation and data status: "2 tháng năm 2025 · lũy kế · ước tính"; empty without a period. */
export function periodText(card: CardModel, language: Language): string {
  if (card.period === null) return "";
  return [
    card.period.label[language],
    SAID.has(card.accumulation) ? ACCUMULATION_WORDS[card.accumulation][language] : null,
    card.observationStatus === null ? null : OBSERVATION_STATUS_WORDS[card.observationStatus][language],
    card.revised ? REVISED_WORD[language] : null,
  ]
    .filter(Boolean)
    .join(" · ");
}
