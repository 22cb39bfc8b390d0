import "../common/feeds.css";
import type { FeedListModel, FeedSummary } from "@bochiso/shared/feed";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { feedsQuery, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet, SimulatedMark, Skeleton } from "../../../ui/index.ts";
import { ScreenFaultSheet } from "../../screen-fault/index.ts";
import { StripLegend } from "../common/strip-bars.tsx";
import { FeedFilters } from "./feed-filters.tsx";
import { FeedsTable } from "./feeds-table.tsx";
import { chooseFeeds, countStates, type FeedFilter } from "./model/choose-feeds.ts";
import { SilentFeeds } from "./silent-feeds.tsx";
import { listWords } from "./words.ts";

/** Nguồn dữ liệu: every feed, what asks for somebody first. */
export function FeedsPage({ filter }: { filter: FeedFilter }) {
  const t = useWords(listWords);
  const { data, error, isError, refetch } = useQuery(feedsQuery(useSource()));
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  return (
    <div className="page fd" aria-busy={data === undefined && !isError}>
      <header className="lst-head wide">
        <h1>{t.title}</h1>
        <p className="lst-lead">
          {data === undefined ? t.loading : <Lead feeds={data.feeds} />}
          <Link to="/nguon-du-lieu/chat-luong" className="link">
            {t.quality}
          </Link>
        </p>
      </header>
      {data !== undefined ? (
        <List model={data} filter={filter} />
      ) : isError ? (
        <ScreenFaultSheet error={error} retry={() => void refetch()} unknown={t.unknown} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

function Lead({ feeds }: { feeds: readonly FeedSummary[] }) {
  const t = useWords(listWords);
  const counts = countStates(feeds);
  const published = counts.get("chua-noi") ?? 0;
  const isCalm = !(["cho-duyet", "tre-han", "tra-lai", "thieu"] as const).some((state) => counts.has(state));
  return (
    <span>
      {t.lead(feeds.length - (counts.get("chua-gui") ?? 0) - published, published, feeds.length)}{" "}
      {isCalm ? t.calm : null}
    </span>
  );
}

function List({ model, filter }: { model: FeedListModel; filter: FeedFilter }) {
  const t = useWords(listWords);
  const { feeds } = model;
  const { active, silent } = useMemo(() => chooseFeeds(feeds, filter), [feeds, filter]);
  const isFiltered = filter.state !== null || filter.text !== "";
  return (
    <>
      {isFiltered ? null : <Approvals feeds={feeds} />}
      <FeedFilters
        counts={countStates(feeds)}
        filter={filter}
        shown={active.length + silent.length}
        all={feeds.length}
      />
      {active.length + silent.length === 0 ? (
        <section className="sheet wide">
          <Notice
            title={t.nothing}
            action={
              <Link to="." search={(before) => ({ ...before, tim: undefined, tt: undefined })} className="link">
                {t.clear}
              </Link>
            }
          />
        </section>
      ) : null}
      {active.length === 0 ? null : (
        <section className="sheet wide fd-feeds">
          <FeedsTable feeds={active} />
          <StripLegend strips={active.flatMap(({ feed }) => feed.strip ?? [])} />
        </section>
      )}
      {silent.length === 0 ? null : <SilentFeeds feeds={silent} open={isFiltered} />}
    </>
  );
}

/** What a named person has to decide comes before all else. */
function Approvals({ feeds }: { feeds: readonly FeedSummary[] }) {
  const t = useWords(listWords);
  const text = useText();
  const waiting = feeds.filter(({ pending }) => pending > 0);
  if (waiting.length === 0) return null;
  return (
    <Sheet title={t.approvals} note={t.approvalsNote} className="wide">
      <ul className="fd-waiting">
        {waiting.map(({ code, name, pending, simulated }) => (
          <li key={code}>
            <b>{text(name)}</b>
            {simulated ? <SimulatedMark /> : null}
            <Link
              to="/nguon-du-lieu/$feed"
              params={{ feed: code }}
              search={{ xem: "luot", loc: "cho-duyet" }}
              className="link"
            >
              {t.approve(pending)}
              <span className="vh"> – {text(name)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

const TEN = Array.from({ length: 10 }, (_, index) => index);

function Loading() {
  return (
    <section className="sheet wide fd-wait" aria-hidden="true">
      {TEN.map((index) => (
        <p key={index}>
          <Skeleton width="96%" height={34} />
        </p>
      ))}
    </section>
  );
}
