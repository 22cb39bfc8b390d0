import { SIMULATED_WORD } from "@bochiso/shared/i18n";
import type { Language } from "@bochiso/shared/text";
import { joinUnit } from "../../../lib/format/index.ts";
import { cardWords } from "../words.ts";
import type { CardTexts } from "./card-texts.ts";
import type { ChangeView } from "./change-view.ts";

/** "+21,7% so cùng kỳ"; a change without a number says so instead of reading a dash. */
function changePhrase(change: ChangeView, language: Language): string {
  const t = cardWords[language];
  return change.text === "—" ? t.noChange(change.words, change.absence) : `${change.text} ${change.words}`;
}

/**
 * A card as a sentence, from the same texts as the card: name, value, period, status, plan, changes, source. A
 * simulated value begins with the words that say so.
 */
export function cardSentence(view: CardTexts, simulated: boolean, language: Language): string {
  const t = cardWords[language];
  const name = view.breakdown === null ? view.name : `${view.name}, ${view.breakdown}`;
  const value = view.value.isNumber ? joinUnit(view.value) : view.value.text === "x" ? t.notApplicable : t.noValue;
  const facts = [view.period, view.value.isNumber ? "" : (view.note ?? "")].filter(Boolean).join(", ");
  const status = [view.status.word, view.trend].filter(Boolean).join(", ");
  const sentences = [
    `${name}: ${value}${facts === "" ? "" : `, ${facts}`}`,
    [status, view.plan?.said].filter(Boolean).join("; "),
    view.value.isNumber && view.note !== null ? view.note : "",
    view.changes.map((change) => changePhrase(change, language)).join(", "),
    view.made ?? "",
    view.source,
    view.nextDue ?? "",
    view.flag ?? "",
  ];
  const said = sentences.filter((part) => part !== "").map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return `${simulated ? `${SIMULATED_WORD[language]}. ` : ""}${said.join(". ")}.`;
}
