import type { CardModel } from "@bochiso/shared/screen";
import { useMemo } from "react";
import { useServerTime } from "../../lib/clock/index.ts";
import { useLanguage } from "../../lib/i18n/index.ts";
import { type CardView, cardView } from "./model/card-view.ts";

const MINUTE = 60_000;

/** What a card says, in the language of the screen; its age follows the server's clock by the minute. */
export function useCardView(card: CardModel): CardView {
  const language = useLanguage();
  const now = useServerTime(MINUTE);
  return useMemo(() => cardView(card, language, now), [card, language, now]);
}
