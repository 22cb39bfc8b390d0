import type { CardModel, IndicatorModel } from "@bochiso/shared/screen";
import { useNow } from "../../lib/clock/use-now.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { useLive } from "../../lib/live/index.ts";
import { StatusLink } from "../status-basis/index.ts";
import { basisFacts, type Fact, valueFacts } from "./model/basis-view.ts";
import { targetWords } from "./target-words.ts";
import { indicatorWords } from "./words.ts";

const MINUTE = 60_000;

/** Căn cứ đánh giá in a few lines, opening all of it; where that is short, the clocks of the value too. */
export function BasisPanel({ model }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const words = useWords(targetWords);
  const language = useLanguage();
  const { card, assessment } = model;
  const facts = basisFacts(model, language);
  return (
    <div className="ind-why">
      {assessment === null ? null : (
        <>
          <h2>{t.basisTitle}</h2>
          <p>{assessment.methodName[language]}</p>
          <Facts facts={facts} />
          <p className="ind-open">
            <StatusLink cell={card.ref}>{words.basis.open}</StatusLink>
          </p>
        </>
      )}
      {facts.length > 0 ? null : <ValueClocks card={card} />}
    </div>
  );
}

/** The clocks of the value under its bullet, where the grounds of its status fill the panel beside. */
export function ClocksBelow({ model }: { model: IndicatorModel }) {
  if (basisFacts(model, useLanguage()).length === 0) return null;
  return (
    <div className="ind-clocks">
      <ValueClocks card={model.card} />
    </div>
  );
}

/** Period, received, next due: three clocks that must not be mistaken for each other. */
function ValueClocks({ card }: { card: CardModel }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const offset = useLive((state) => Math.round(state.clockOffset / MINUTE) * MINUTE);
  const now = useNow(MINUTE) + offset;
  return (
    <>
      <h2>{t.aboutTitle}</h2>
      <Facts facts={valueFacts(card, language, now)} />
    </>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl>
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
