import { formatDate } from "@bochiso/shared/i18n";
import type { OverviewModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useServerTime } from "../../lib/clock/index.ts";
import { formatClock, formatReceived } from "../../lib/format/index.ts";
import { newestCard } from "../../lib/frame/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { connectionWords, useLive } from "../../lib/live/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import { CardWall } from "../card/card-wall.tsx";
import { ComparisonMap, comparisonView } from "../comparison/index.ts";
import { Tally } from "./lead.tsx";
import { wallHeadline } from "./model/wall-headline.ts";
import { overviewWords } from "./words.ts";

const MAX_CARDS = 12;

/** The overview on a wall: at most twelve cards, no scroll, clock, scope, period and connection always on screen. */
export function OverviewWall({ model }: { model: OverviewModel }) {
  const t = useWords(overviewWords);
  const text = useText();
  const language = useLanguage();
  const { frame, comparison } = model;
  const newest = newestCard(model.cards);
  const received = newest?.source?.receivedAt ?? null;
  const period = newest?.period ?? frame.period ?? frame.latestPeriod;
  return (
    <div className="wall">
      <header className="wtop">
        <h1>{text(frame.scopeName)}</h1>
        <p>
          {period === null ? "" : text(period.short)}
          {received === null ? "" : `, ${t.receivedShort(formatReceived(received, language))}`}{" "}
          {frame.simulated ? <SimulatedMark /> : null}
        </p>
        <WallClock />
      </header>
      <p className="wsay">{model.headline.length === 0 ? t.noHeadline : wallHeadline(model.headline, language)}</p>
      <Tally cards={model.cards} wall />
      <div className="wgrid">
        {model.cards.slice(0, MAX_CARDS).map((card) => (
          <CardWall key={`${card.ref.indicator}|${card.ref.breakdown}`} card={card} />
        ))}
      </div>
      {comparison === null || comparison.have === 0 ? null : <WallMap comparison={comparison} />}
      <footer className="wfoot">
        {model.headlineAge === null ? null : <span>{text(model.headlineAge)}</span>}
        <span className="small">{frame.simulated ? t.footSimulated : t.footReal}</span>
        <LeaveWall />
      </footer>
    </div>
  );
}

function WallClock() {
  const words = useWords(connectionWords);
  const language = useLanguage();
  const connection = useLive((state) => state.connection);
  const time = useServerTime();
  return (
    <>
      <span className={`conn live-${connection}`}>
        <i />
        {words[connection]}
      </span>
      <time>{formatClock(time)}</time>
      <span className="date">{formatDate(time, language)}</span>
    </>
  );
}

function WallMap({ comparison }: { comparison: NonNullable<OverviewModel["comparison"]> }) {
  const text = useText();
  const language = useLanguage();
  const view = useMemo(() => comparisonView(comparison, language), [comparison, language]);
  return (
    <aside className="wmap">
      <h2>{text(comparison.name)}</h2>
      <p>
        {[text(comparison.display.unit), comparison.period === null ? "" : text(comparison.period.label)]
          .filter(Boolean)
          .join(", ")}
      </p>
      <ComparisonMap
        comparison={comparison}
        view={view}
        shape="map"
        selected={null}
        onSelect={() => undefined}
        stacked
      />
    </aside>
  );
}

function LeaveWall() {
  const t = useWords(overviewWords);
  return (
    <Link to="." search={(before) => ({ ...before, manhinh: undefined })} className="link">
      {t.leaveWall}
    </Link>
  );
}
