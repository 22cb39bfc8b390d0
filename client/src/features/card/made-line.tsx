import type { CardModel } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import type { CardView } from "./model/card-view.ts";
import { madeText } from "./model/made-view.ts";
import { madeWords } from "./model/made-words.ts";

/** What a computed value stands on: coverage of a whole, or the former units it was recast from. */
export function MadeLine({ view: { made } }: { view: Pick<CardView, "made"> }) {
  return made === null ? null : <span className="made">{made}</span>;
}

/** The same in a row: coverage where it is not whole, or the word that says recast. */
export function MadeMark({ card }: { card: CardModel }) {
  const t = useWords(madeWords);
  const text = madeText(card, useLanguage());
  const { made } = card;
  if (text === null || made === null) return null;
  const short = made.how !== undefined ? t.recastShort : made.have === made.of ? null : `${made.have}/${made.of}`;
  if (short === null) return null;
  return (
    <span className="p" title={text}>
      {" · "}
      {short}
    </span>
  );
}
