import type { IndicatorModel } from "@bochiso/shared/screen";
import { useNow } from "../../lib/clock/use-now.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { useLive } from "../../lib/live/index.ts";
import { StatusLink } from "../status-basis/index.ts";
import { basisFacts, type Fact, valueFacts } from "./model/basis-view.ts";
import { targetWords } from "./target-words.ts";
import { indicatorWords } from "./words.ts";

const MINUTE = 60_000;

/** Căn cứ đánh giá in a few lines, opening all of it; and the clocks of the value: period, received, next due. */
export function BasisPanel({ model }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const words = useWords(targetWords);
  const language = useLanguage();
  const offset = useLive((state) => Math.round(state.clockOffset / MINUTE) * MINUTE);
  const now = useNow(MINUTE) + offset;
  const { card, assessment } = model;
  return (
    <div className="ind-why">
      {assessment === null ? null : (
        <>
          <h2>{t.basisTitle}</h2>
          <p>{assessment.methodName[language]}</p>
          <Facts facts={basisFacts(model, language)} />
          <p className="ind-open">
            <StatusLink cell={card.ref}>{words.basis.open}</StatusLink>
          </p>
        </>
      )}
      <h2>{t.aboutTitle}</h2>
      <Facts facts={valueFacts(card, language, now)} />
    </div>
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
