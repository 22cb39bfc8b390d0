import "../../listing/listing.css";
import "../../feeds/common/feeds.css";
import "../common/feed-entry.css";
import "./file.css";
import type { EntryGridModel } from "@bochiso/shared/entry";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { entryGridQuery } from "../../../lib/source/entry-queries.ts";
import { useSource } from "../../../lib/source/index.ts";
import { SimulatedMark, Skeleton } from "../../../ui/index.ts";
import { FeedCrumbs } from "../../feeds/common/feed-crumbs.tsx";
import { ScreenFaultSheet } from "../../screen-fault/index.ts";
import { entryCommonWords } from "../common/words.ts";
import { FileDesk } from "./file-desk.tsx";
import { TemplateSheet } from "./template-sheet.tsx";
import { fileWords } from "./words.ts";

/** Tải tệp: a spreadsheet or CSV of a feed, read, tried, and saved with a receipt. */
export function FilePage({ feed, period }: { feed: string; period: string | null }) {
  const t = useWords(fileWords);
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
          <TemplateSheet model={data} />
          <FileDesk model={data} />
        </>
      ) : isError ? (
        <>
          <h1 className="vh">{t.title}</h1>
          <ScreenFaultSheet error={error} retry={() => void refetch()} unknown={t.failed} />
        </>
      ) : (
        <section className="sheet wide fd-wait" aria-hidden="true">
          <Skeleton width="96%" height={240} />
        </section>
      )}
    </div>
  );
}

function Head({ model }: { model: EntryGridModel }) {
  const t = useWords(fileWords);
  const common = useWords(entryCommonWords);
  const text = useText();
  return (
    <header className="lst-head wide">
      <h1>
        {t.title}: {text(model.feedName)}
      </h1>
      <p className="lst-lead">
        <span>{t.lead}</span>
        <Link to="/nguon-du-lieu/$feed/nhap-tay" params={{ feed: model.feed }} className="link">
          {t.toEntry}
        </Link>
        {model.simulated ? <SimulatedMark /> : null}
      </p>
      {model.simulated ? <p className="fe-say">{common.simulated}</p> : null}
      {model.accepts ? null : <p className="fe-say fe-bad">{common.stopped}</p>}
    </header>
  );
}
