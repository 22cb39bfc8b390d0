import type { CardModel } from "@bochiso/shared/screen";
import { memo } from "react";
import { classNames } from "../../lib/text/index.ts";
import { Icon, SimulatedMark } from "../../ui/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import { StatusLink } from "../status-basis/index.ts";
import { Bullet } from "./bullet.tsx";
import { IndicatorLink } from "./indicator-link.tsx";
import { MadeLine } from "./made-line.tsx";
import type { CardView } from "./model/card-view.ts";
import { ShownNumber } from "./shown-number.tsx";
import { Sparkline } from "./sparkline.tsx";
import { StatusMark } from "./status-mark.tsx";
import { useCardView } from "./use-card-view.ts";
import { useFresh } from "./use-fresh.ts";

const SPARK = { width: 168, height: 40 };
/** States whose value is shown in grey: it is not what its name says. */
const GREY: ReadonlySet<CardModel["state"]> = new Set(["partial", "suspect", "error", "empty", "no-permission"]);

/** The card of a desk and of a phone, every part at its fixed place. */
export const Card = memo(function Card({ card }: { card: CardModel }) {
  const view = useCardView(card);
  const fresh = useFresh(card);
  return (
    <article className={classNames("card", GREY.has(card.state) && "off", fresh && "fresh")} data-state={card.state}>
      <h3>
        <IndicatorLink cell={card.ref}>
          {view.name}
          {view.breakdown === null ? null : <span className="brk"> {view.breakdown}</span>}
        </IndicatorLink>
      </h3>
      <p className="val">
        {card.period === null ? (
          <ShownNumber value={view.value} />
        ) : (
          <ExplainLink cell={card.ref}>
            <ShownNumber value={view.value} />
          </ExplainLink>
        )}
        {card.simulated ? <SimulatedMark /> : null}
      </p>
      <p className="per">{view.period}</p>
      <p className="state">
        <StatusLink cell={card.ref}>
          <StatusMark status={view.status} />
        </StatusLink>
        {view.trend === null ? null : <span>{view.trend}</span>}
      </p>
      <Pace view={view} />
      <Changes card={card} view={view} />
      <Sparkline sparkline={card.sparkline} {...SPARK} />
      <Foot view={view} />
      <p className="vh">{view.sentence}</p>
    </article>
  );
});

/** Percent of plan where there is a plan; else, on the same line, why there is no status. */
function Pace({ view: { plan, note, shortNote } }: { view: CardView }) {
  return (
    <>
      {plan === null ? null : (
        <div className="pace">
          <Bullet bullet={plan.bullet} shape={plan.shape} />
          <span>{plan.text}</span>
        </div>
      )}
      <Why note={note} shortNote={shortNote} />
    </>
  );
}

/** "; " or ". ". */
const BETWEEN_CLAUSES = 2;

/** Why there is no status; what there was no room for opens with a tap, since a tip needs a mouse. */
function Why({ note, shortNote }: Pick<CardView, "note" | "shortNote">) {
  if (shortNote === null) return null;
  const rest = note?.startsWith(shortNote) ? note.slice(shortNote.length + BETWEEN_CLAUSES) : "";
  if (rest === "") return <p className="why">{shortNote}</p>;
  return (
    <details className="why">
      <summary>{shortNote}</summary>
      <p>{rest.charAt(0).toUpperCase() + rest.slice(1)}</p>
    </details>
  );
}

function Changes({ card, view }: { card: CardModel; view: CardView }) {
  if (card.period === null) return null;
  return (
    <dl className="chg">
      {view.changes.map((change) => (
        <div key={change.kind}>
          <dt>
            {change.explained ? (
              <ExplainLink cell={card.ref} measure={change.kind}>
                {change.text}
              </ExplainLink>
            ) : (
              change.text
            )}
          </dt>
          <dd title={change.absence ?? undefined}>{change.words}</dd>
        </div>
      ))}
    </dl>
  );
}

const BETWEEN = " · ";

/** The line breaks between its parts, never within "đủ 13/13 kỳ". */
function Source({ text }: { text: string }) {
  const parts = text.split(BETWEEN);
  return (
    <span>
      {parts.map((part, at) => (
        <span key={part}>
          <span className={at === 0 ? undefined : "nb"}>{part}</span>
          {at === parts.length - 1 ? null : BETWEEN}
        </span>
      ))}
    </span>
  );
}

function Foot({ view }: { view: CardView }) {
  const { source, nextDue, flag } = view;
  return (
    <p className="src">
      <MadeLine view={view} />
      {source === "" ? null : <Source text={source} />}
      {nextDue === null ? null : <span>{nextDue}</span>}
      {flag === null ? null : (
        <span className="flag">
          <Icon name="i-flag" size={12} />
          {flag}
        </span>
      )}
    </p>
  );
}
