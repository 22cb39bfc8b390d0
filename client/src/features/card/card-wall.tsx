import type { CardModel } from "@bochiso/shared/screen";
import { memo } from "react";
import { useLanguage } from "../../lib/i18n/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import { Bullet } from "./bullet.tsx";
import { ShownNumber } from "./shown-number.tsx";
import { Sparkline } from "./sparkline.tsx";
import { StatusMark } from "./status-mark.tsx";
import { useCardView } from "./use-card-view.ts";
import { useFresh } from "./use-fresh.ts";

const SPARK = { width: 138, height: 54 };
const GREY: ReadonlySet<CardModel["state"]> = new Set(["partial", "suspect", "error", "empty", "no-permission"]);

/** States that the head of the wall already tells: the trend says more. */
const SAID_ABOVE: ReadonlySet<CardModel["state"]> = new Set(["ready", "stale"]);

/** The card on a wall: read from metres away, nothing to press. */
export const CardWall = memo(function CardWall({ card }: { card: CardModel }) {
  const view = useCardView(card);
  const fresh = useFresh(card);
  const language = useLanguage();
  const change = view.changes[0];
  return (
    <article className={classNames("wc", GREY.has(card.state) && "off", fresh && "fresh")} data-state={card.state}>
      <h2>{view.name}</h2>
      <p className="val">
        <ShownNumber value={view.value} />
        {card.simulated ? <SimulatedMark /> : null}
      </p>
      <p className="state">
        <StatusMark status={view.status} size={24} />
        <span>{card.period?.short[language]}</span>
      </p>
      {view.plan === null ? (
        <p className="why">{SAID_ABOVE.has(card.state) ? view.trend : view.shortNote}</p>
      ) : (
        <div className="pace">
          <Bullet bullet={view.plan.bullet} shape={view.plan.shape} />
          <span>{view.plan.short}</span>
        </div>
      )}
      <p className="chg">
        {change === undefined ? null : (
          <>
            <b>{change.full}</b> {change.short}
          </>
        )}
      </p>
      <Sparkline sparkline={card.sparkline} {...SPARK} />
      <p className="vh">{view.sentence}</p>
    </article>
  );
});
