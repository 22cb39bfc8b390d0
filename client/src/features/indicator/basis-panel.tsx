import type { CardModel } from "@bochiso/shared/screen";
import { useNow } from "../../lib/clock/use-now.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { useLive } from "../../lib/live/index.ts";
import { type Fact, planFacts, valueFacts } from "./model/basis-view.ts";
import { indicatorWords } from "./words.ts";

const MINUTE = 60_000;

/** Căn cứ đánh giá where there is a plan; in every case the clocks of the value: period, received, next due. */
export function BasisPanel({ card }: { card: CardModel }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const offset = useLive((state) => Math.round(state.clockOffset / MINUTE) * MINUTE);
  const now = useNow(MINUTE) + offset;
  const plan = planFacts(card, language);
  return (
    <div className="ind-why">
      {plan.length === 0 ? null : (
        <>
          <h2>{t.basisTitle}</h2>
          <p>{card.progress.reason[language]}</p>
          <Facts facts={plan} />
        </>
      )}
      <h2>{t.aboutTitle}</h2>
      <Facts facts={valueFacts(card, language, now)} />
    </div>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
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
