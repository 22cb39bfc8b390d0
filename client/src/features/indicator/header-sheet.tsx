import { formatPercent } from "@bochiso/shared/i18n";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { Icon, SimulatedMark } from "../../ui/index.ts";
import { Bullet, type CardView, ShownNumber, StatusMark, useCardView } from "../card/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import { BasisPanel } from "./basis-panel.tsx";
import { shownScale } from "./model/shown-scale.ts";
import { indicatorWords } from "./words.ts";

/** Name, value, period, status, changes and plan; beside them what the status rests on. */
export function HeaderSheet({ model }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const { card } = model;
  const view = useCardView(card);
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
          <StatusMark status={view.status} size={18} />
          {view.trend === null ? null : <span>{view.trend}</span>}
          <Changes model={model} view={view} />
        </div>
        {view.note === null || card.plan !== null ? null : <p className="ind-note">{view.note}</p>}
        {view.flag === null ? null : (
          <p className="ind-note">
            <Icon name="i-flag" size={12} /> {view.flag}
          </p>
        )}
        <PlanBar model={model} view={view} />
        <p className="vh">{view.sentence}</p>
      </div>
      <BasisPanel card={card} />
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

/** The bullet of the card, larger and with its words; nothing where there is no plan. */
function PlanBar({ model: { card }, view }: { model: IndicatorModel; view: CardView }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const { plan } = card;
  if (view.plan === null || plan === null || plan.percent.kind !== "number") return null;
  const percent = (value: number) => formatPercent(value, { lang: language, decimals: 2 });
  const due = plan.due.kind === "number" ? plan.due.value : null;
  const at = view.plan.bullet.due ?? 0;
  return (
    <div className="ind-plan">
      {due === null ? null : (
        <p className={classNames("ind-due", at > HALF && "left")} style={duePlace(at)}>
          {t.dueTick(percent(due))}
        </p>
      )}
      <Bullet plan={view.plan} />
      <p className="ind-ends">
        <span>{t.planDone(percent(plan.percent.value))}</span>
        {plan.target === null ? null : (
          <span>{t.planTarget(shownScale(card, language).full({ kind: "number", value: plan.target }))}</span>
        )}
      </p>
    </div>
  );
}

/** From here on the words stand before the tick instead of after it. */
const HALF = 55;

/** The words beside the tick of the level due. */
function duePlace(at: number): { marginLeft: string } | { marginRight: string } {
  return at > HALF ? { marginRight: `calc(${100 - at}% + 8px)` } : { marginLeft: `calc(${at}% + 8px)` };
}
