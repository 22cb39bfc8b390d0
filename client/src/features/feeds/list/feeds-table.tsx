import type { FeedSummary } from "@bochiso/shared/feed";
import { formatNumber } from "@bochiso/shared/i18n";
import { Link } from "@tanstack/react-router";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { SimulatedMark } from "../../../ui/index.ts";
import { Age } from "../common/age.tsx";
import { FeedStatus } from "../common/feed-status.tsx";
import { periodText } from "../common/period-text.ts";
import { StripBars } from "../common/strip-bars.tsx";
import { TentativeDue } from "../common/tentative-due.tsx";
import type { ListedFeed } from "./model/choose-feeds.ts";
import { listWords } from "./words.ts";

/** The feeds. A phone shows of each what has to be known to choose one; the rest stands on its page. */
export function FeedsTable({ feeds }: { feeds: readonly ListedFeed[] }) {
  const t = useWords(listWords);
  return (
    <table className="fd-table fd-list">
      <caption className="vh">{t.table}</caption>
      <thead>
        <tr>
          <th scope="col">{t.feed}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.due}</th>
          <th scope="col">{t.push}</th>
          <th scope="col">{t.rows}</th>
          <th scope="col">{t.sequence}</th>
          <th scope="col">{t.punctuality}</th>
        </tr>
      </thead>
      <tbody>
        {feeds.map((listed) => (
          <FeedRow key={listed.feed.code} listed={listed} />
        ))}
      </tbody>
    </table>
  );
}

function FeedRow({ listed: { feed, standings } }: { listed: ListedFeed }) {
  const t = useWords(listWords);
  const language = useLanguage();
  const text = useText();
  const { due, strip } = feed;
  return (
    <tr>
      <th scope="row">
        <Link to="/nguon-du-lieu/$feed" params={{ feed: feed.code }} className="fd-name">
          {text(feed.name)}
        </Link>
        <small>
          <code>{feed.code}</code> {feed.simulated ? <SimulatedMark /> : null}
        </small>
      </th>
      <td data-name={t.state} className="fd-what">
        {standings.map((standing) => (
          <FeedStatus key={standing.state} feed={feed.code} standing={standing} />
        ))}
        {feed.failingPulls === null ? null : <small>{text(feed.failingPulls.reason)}</small>}
      </td>
      <td data-name={t.due}>
        {due.next === null ? (
          t.none
        ) : (
          <>
            {formatReceived(due.next.at, language)}
            <small>{t.dueOf(periodText(due.next.period, language, "sentence"))}</small>
            <TentativeDue next={due.next} />
          </>
        )}
      </td>
      <td data-name={t.push}>
        <LastPush feed={feed} />
      </td>
      <td data-name={t.rows} className="fd-further">
        <Rows feed={feed} />
      </td>
      <td data-name={t.sequence} className="fd-further">
        <Sequence feed={feed} />
      </td>
      <td data-name={t.punctuality} className="fd-further">
        {strip === null ? t.noStrip : <StripBars strip={strip} />}
      </td>
    </tr>
  );
}

function LastPush({ feed: { code, simulated, connected, lastPush } }: { feed: FeedSummary }) {
  const t = useWords(listWords);
  const language = useLanguage();
  if (lastPush === null) return t.never;
  if (!connected) {
    return (
      <>
        <span className="soft">{t.never}</span>
        <small>{t.published}</small>
      </>
    );
  }
  return (
    <>
      <Link to="/nguon-du-lieu/$feed/luot/$id" params={{ feed: code, id: lastPush.submission }} className="fd-name">
        <Age at={lastPush.receivedAt} />
      </Link>
      <small>
        {formatReceived(lastPush.receivedAt, language)}
        {lastPush.replayed ? ` · ${simulated ? t.loaded : t.replayed}` : ""}
      </small>
    </>
  );
}

function Rows({ feed: { recent, standing } }: { feed: FeedSummary }) {
  const t = useWords(listWords);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, { lang: language, decimals: 0 });
  const faults = [
    ...(recent.rejected > 0 ? [t.rejected(recent.rejected)] : []),
    ...(recent.refusedRequests > 0 ? [t.refused(recent.refusedRequests)] : []),
  ];
  if (recent.submissions === 0 && faults.length === 0) return <span className="soft">{t.nothingSent}</span>;
  return (
    <>
      <span aria-hidden="true">
        {number(recent.accepted)} / {number(recent.rejected)}
      </span>
      <span className="vh">
        {t.accepted(recent.accepted)}, {t.rejected(recent.rejected)}
      </span>
      {recent.refusedRequests > 0 ? (
        <small className={standing.refusedRequests > 0 ? "bad" : undefined}>{t.refused(recent.refusedRequests)}</small>
      ) : null}
    </>
  );
}

function Sequence({ feed: { sequence, heartbeat } }: { feed: FeedSummary }) {
  const t = useWords(listWords);
  const { last, missing } = sequence;
  return (
    <>
      {last === null ? (
        <span className="soft">{t.unnumbered}</span>
      ) : missing > 0 ? (
        t.gaps(last, missing)
      ) : (
        t.gapless(last)
      )}
      {heartbeat.state === "not-agreed" ? null : (
        <small className={heartbeat.state === "alive" ? undefined : "bad"}>
          {t.heartbeat[heartbeat.state]} {heartbeat.at === null ? null : <Age at={heartbeat.at} />}
        </small>
      )}
    </>
  );
}
