import type { OverviewModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/i18n/index.ts";
import { Notice, Sheet, SimulatedMark } from "../../ui/index.ts";
import { Card, CardSkeleton } from "../card/index.ts";
import { overviewWords } from "./words.ts";

/** The headline cards: cells of one sheet, hairlines between. */
export function CardsSheet({ model }: { model: OverviewModel }) {
  const t = useWords(overviewWords);
  const { cards, frame } = model;
  return (
    <Sheet
      className="cards"
      title={t.cards}
      note={frame.simulated ? <SimulatedMark /> : t.cardsNote}
      more={
        <Link to="/chi-so" search={{ dv: frame.scope }}>
          {t.cardsAll}
        </Link>
      }
    >
      {cards.length === 0 ? (
        <Notice title={t.noCards} />
      ) : (
        <div className="grid">
          {cards.map((card) => (
            <Card key={`${card.ref.indicator}|${card.ref.breakdown}`} card={card} />
          ))}
        </div>
      )}
    </Sheet>
  );
}

const NINE = Array.from({ length: 9 }, (_, index) => index);

/** The sheet while its first figures are on their way. */
export function CardsSkeleton() {
  const t = useWords(overviewWords);
  return (
    <Sheet className="cards" title={t.cards} note={t.loading}>
      <div className="grid" aria-busy="true">
        {NINE.map((index) => (
          <CardSkeleton key={index} />
        ))}
      </div>
    </Sheet>
  );
}
