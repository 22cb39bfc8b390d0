import "../../listing/listing.css";
import "../../feeds/common/feeds.css";
import "../common/feed-entry.css";
import type { EntryGridModel } from "@bochiso/shared/entry";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { entryGridQuery } from "../../../lib/source/entry-queries.ts";
import { useSource } from "../../../lib/source/index.ts";
import { SimulatedMark, Skeleton } from "../../../ui/index.ts";
import { FeedCrumbs } from "../../feeds/common/feed-crumbs.tsx";
import { periodText } from "../../feeds/common/period-text.ts";
import { ScreenFaultSheet } from "../../screen-fault/index.ts";
import { entryCommonWords } from "../common/words.ts";
import { EntryDesk } from "./entry-desk.tsx";
import type { EntryShow } from "./model/shown-cells.ts";
import { byHandWords } from "./words.ts";

interface Props {
  feed: string;
  /** A period id; null: the newest that is over. */
  period: string | null;
  /** Null: what is open, unless nothing is. */
  show: EntryShow | null;
  text: string;
}

/** Nhập tay: the cells a feed owes for a period, to be typed or pasted, tried, and saved with a receipt. */
export function EntryPage({ feed, period, show, text: find }: Props) {
  const t = useWords(byHandWords);
  const text = useText();
  const { data, error, isError, refetch } = useQuery(entryGridQuery(useSource(), { feed, period }));
  const name = data === undefined ? feed : text(data.feedName);
  useEffect(() => {
    document.title = t.documentTitle(name);
  }, [name, t]);
  return (
    <div className="page fd fe" aria-busy={data === undefined && !isError}>
      <FeedCrumbs feed={{ code: feed, name }} />
      {data !== undefined ? (
        <>
          <Head model={data} />
          <EntryDesk
            key={`${feed} ${data.period.id}`}
            model={data}
            show={show}
            text={find}
            refetch={() => void refetch()}
          />
        </>
      ) : isError ? (
        <>
          <h1 className="vh">{t.title}</h1>
          <ScreenFaultSheet error={error} retry={() => void refetch()} unknown={t.failed} />
        </>
      ) : (
        <section className="sheet wide fd-wait" aria-hidden="true">
          <Skeleton width="96%" height={320} />
        </section>
      )}
    </div>
  );
}

function Head({ model }: { model: EntryGridModel }) {
  const t = useWords(byHandWords);
  const common = useWords(entryCommonWords);
  const text = useText();
  const language = useLanguage();
  return (
    <header className="lst-head wide">
      <h1>
        {t.title}: {text(model.feedName)}, {periodText(model.period.id, language, "sentence")}
      </h1>
      <p className="lst-lead">
        <span>{t.lead}</span>
        <Link
          to="/nguon-du-lieu/$feed/tai-tep"
          params={{ feed: model.feed }}
          search={{ kn: model.period.id }}
          className="link"
        >
          {t.toFile}
        </Link>
        {model.simulated ? <SimulatedMark /> : null}
      </p>
      {model.simulated ? <p className="fe-say">{common.simulated}</p> : null}
      {model.accepts ? null : <p className="fe-say fe-bad">{common.stopped}</p>}
      {model.needsSignOff ? <p className="fe-say">{common.signOff}</p> : null}
    </header>
  );
}
