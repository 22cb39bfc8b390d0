import type { IndicatorModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { Icon, SimulatedMark } from "../../ui/index.ts";
import { Bullet, type CardView, ShownNumber, StatusMark, useCardView } from "../card/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import { StatusLink } from "../status-basis/index.ts";
import { BasisPanel, ClocksBelow } from "./basis-panel.tsx";
import { targetView } from "./model/target-view.ts";
import { TargetBullet } from "./target-bullet.tsx";
import { indicatorWords } from "./words.ts";

/** Name, value, period, status, changes and plan; beside them what the status rests on. */
export function HeaderSheet({ model }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const { card } = model;
  const view = useCardView(card);
  // A status with a target is told by its bullet and its grounds.
  const said = model.target !== null && (model.assessment?.grade ?? null) !== null;
  const judged = card.state === "ready" || card.state === "stale";
  return (
    <section className="sheet wide ind-top" data-state={card.state}>
      <div className="ind-main">
        <h1>{view.name}</h1>
        {view.breakdown === null ? null : (
          <p className="ind-brk">
            {t.breakdownOf(view.breakdown)}{" "}
            <Link to="." search={(before) => ({ ...before, pt: undefined })} className="link">
              {t.backToTotal}
            </Link>
          </p>
        )}
        <p className={classNames("ind-big", !judged && "off")}>
          {card.period === null ? (
            <ShownNumber value={view.value} />
          ) : (
            <ExplainLink cell={card.ref}>
              <ShownNumber value={view.value} />
            </ExplainLink>
          )}
          {card.simulated ? <SimulatedMark /> : null}
        </p>
        <p className="ind-per">{[view.period, card.areaName[useLanguage()]].filter(Boolean).join(" · ")}</p>
        <div className="ind-line">
          <StatusLink cell={card.ref}>
            <StatusMark status={view.status} size={18} />
          </StatusLink>
          {view.trend === null ? null : <span>{view.trend}</span>}
          <Changes model={model} view={view} />
        </div>
        {view.note === null || said ? null : <p className="ind-note">{view.note}</p>}
        {view.flag === null ? null : (
          <p className="ind-note">
            <Icon name="i-flag" size={12} /> {view.flag}
          </p>
        )}
        {view.made === null ? null : <p className="ind-note">{view.made}</p>}
        <PlanBar model={model} view={view} />
        <ClocksBelow model={model} />
        <p className="vh">{view.sentence}</p>
      </div>
      <BasisPanel model={model} />
    </section>
  );
}

/** Each change opens its own explanation. */
function Changes({ model: { card }, view }: { model: IndicatorModel; view: CardView }) {
  if (card.period === null) return null;
  return (
    <>
      {view.changes.map((change) => (
        <span key={change.kind} title={change.absence ?? undefined}>
          <ExplainLink cell={card.ref} measure={change.kind}>
            <b>{change.text}</b>
          </ExplainLink>{" "}
          {change.words}
        </span>
      ))}
    </>
  );
}

/** The bullet of the target with its words; of a plan without more than its percent, as on the card. */
function PlanBar({ model, view: { plan } }: { model: IndicatorModel; view: CardView }) {
  const language = useLanguage();
  const target = useMemo(() => targetView(model, language), [model, language]);
  if (target.kind === "assigned" && target.bullet !== null) {
    return <TargetBullet view={target.bullet} pace={target.pace} simulated={model.card.simulated} />;
  }
  if (plan === null) return null;
  return (
    <div className="ind-plan">
      <Bullet bullet={plan.bullet} shape={plan.shape} />
      <span>{plan.text}</span>
    </div>
  );
}
