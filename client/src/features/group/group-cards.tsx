import type { CardModel } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Card, IndicatorLink } from "../card/index.ts";
import { splitByData } from "./model/choose-cards.ts";
import { groupWords } from "./words.ts";

const keyOf = ({ ref }: CardModel) => `${ref.indicator}|${ref.breakdown}`;

/** A card for what has data; what has none is a list with its reason, so that it takes no attention. */
export function GroupCards({ cards }: { cards: readonly CardModel[] }) {
  const t = useWords(groupWords);
  const language = useLanguage();
  const { full, empty } = splitByData(cards);
  return (
    <section className="sheet cards grp-cards">
      {full.length === 0 ? null : (
        <>
          <h2 className="vh">{t.withData}</h2>
          <div className="grid">
            {full.map((card) => (
              <Card key={keyOf(card)} card={card} />
            ))}
          </div>
        </>
      )}
      {empty.length === 0 ? null : (
        <details className="lst-quiet" open={full.length === 0 || empty.length <= 12}>
          <summary>{t.without(empty.length)}</summary>
          <ul>
            {empty.map((card) => (
              <li key={keyOf(card)}>
                <IndicatorLink cell={card.ref}>{card.name[language]}</IndicatorLink>
                {card.stateReason === null ? null : <small>{card.stateReason[language]}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
