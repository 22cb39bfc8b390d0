import { formatAge, formatDate } from "@bochiso/shared/i18n";
import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatReceived } from "../../../lib/format/index.ts";
import { cardWords } from "../words.ts";

/** Publisher, when received with its age, and how complete: "Cục Thống kê · nhận 28/02/2025 (20 tháng trước) · đủ 13/13 kỳ". */
export function sourceText(card: CardModel, language: Language, now: number): string {
  const t = cardWords[language];
  const { source, completeness: full } = card;
  const parts: string[] = [];
  if (source !== null) {
    parts.push(source.publisher[language]);
    if (source.receivedAt !== null) {
      const age = formatAge(now - Date.parse(source.receivedAt), language);
      parts.push(t.received(formatReceived(source.receivedAt, language), age));
    }
    // A whole tells the areas it stands on in its own line.
    if (full.of > 0 && card.made?.way !== "roll-up") parts.push(t.complete(full.have, full.of, full.what === "areas"));
  }
  return parts.join(" · ");
}

/** When the next release is due: "kỳ tới: T3/2025, hạn 06/04/2025"; null without a due rule. */
export function nextDueText(card: Pick<CardModel, "nextDue">, language: Language): string | null {
  const { nextDue } = card;
  if (nextDue === null) return null;
  return cardWords[language].nextDue(nextDue.period.short[language], formatDate(nextDue.at, language));
}
