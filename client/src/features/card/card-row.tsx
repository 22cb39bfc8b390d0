import type { CardModel } from "@bochiso/shared/screen";
import { memo } from "react";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Icon, SimulatedMark } from "../../ui/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import { StatusLink } from "../status-basis/index.ts";
import { IndicatorLink } from "./indicator-link.tsx";
import { MadeMark } from "./made-line.tsx";
import { Sparkline } from "./sparkline.tsx";
import { useCardView } from "./use-card-view.ts";
import { cardWords } from "./words.ts";

const SPARK = { width: 44, height: 18 };

/** What a unit adds in brackets, "% (kỳ gốc = 100)": said on the card, too long for a line. */
const REMARK = / \(.*\)$/u;

/** One line of a group: status, name, value, change, sparkline. */
export const CardRow = memo(function CardRow({ card }: { card: CardModel }) {
  const view = useCardView(card);
  const change = view.changes[0];
  const empty = card.period === null;
  return (
    <li className={empty ? "quiet" : undefined} data-state={card.state}>
      <StatusLink cell={card.ref}>
        <Icon name={`s-${view.status.shape}`} size={12} className={`st-i st-${view.status.shape}`} />
        <span className="vh">
          {view.status.word}: {view.name}
        </span>
      </StatusLink>
      <span className="n">
        <IndicatorLink cell={card.ref}>{view.name}</IndicatorLink> {card.simulated ? <SimulatedMark /> : null}{" "}
        <RowPeriod card={card} />
        <MadeMark card={card} />
      </span>
      {empty ? (
        <span className="none" title={view.note ?? undefined}>
          {view.value.text} <span className="vh">{view.note}</span>
        </span>
      ) : (
        <>
          <span className="v">
            <ExplainLink cell={card.ref}>{view.value.text}</ExplainLink>
          </span>
          <span className="u" title={view.value.unit}>
            {view.value.unit.replace(REMARK, "")}
          </span>
          <span className="d">
            {change === undefined ? null : change.explained ? (
              <ExplainLink cell={card.ref} measure={change.kind}>
                {change.brief}
                <span className="vh"> {change.words}</span>
              </ExplainLink>
            ) : (
              change.brief
            )}
          </span>
          <Sparkline sparkline={card.sparkline} {...SPARK} />
        </>
      )}
    </li>
  );
});

/** The rows of a block are of different periods, so that each names its own. */
function RowPeriod({ card: { period } }: { card: CardModel }) {
  const t = useWords(cardWords);
  const language = useLanguage();
  if (period === null) return null;
  return (
    <span className="p">
      <span className="vh">, {t.rowPeriod} </span>
      {period.short[language]}
    </span>
  );
}
