import "../../listing/listing.css";
import "../common/feeds.css";
import type { SubmissionModel } from "@bochiso/shared/feed";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { submissionQuery, useSource } from "../../../lib/source/index.ts";
import { SimulatedMark, Skeleton } from "../../../ui/index.ts";
import { ScreenFaultSheet } from "../../screen-fault/index.ts";
import { ApprovalMark } from "../common/approval-mark.tsx";
import { DoneNote } from "../common/done-note.tsx";
import { FeedCrumbs } from "../common/feed-crumbs.tsx";
import { ApprovalEffect } from "./approval-effect.tsx";
import { DecisionSheet } from "./decision-sheet.tsx";
import { ErrorsSheet } from "./errors-sheet.tsx";
import { OutcomeSheet } from "./outcome-sheet.tsx";
import { ReceiptSheet } from "./receipt-sheet.tsx";
import { ReplaySheet } from "./replay-sheet.tsx";
import { ValuesSheet } from "./values-sheet.tsx";
import { submissionWords } from "./words.ts";

interface Props {
  feed: string;
  id: string;
  /** The first of the values listed. */
  offset: number;
}

/** Một lượt gửi: what came of it, its receipt, its rows and faults, its sign-off, and sending it again. */
export function SubmissionPage({ feed, id, offset }: Props) {
  const t = useWords(submissionWords);
  const text = useText();
  const { data, error, isError, refetch } = useQuery(submissionQuery(useSource(), { id, offset }));
  return (
    <div className="page fd" aria-busy={data === undefined && !isError}>
      <FeedCrumbs feed={{ code: data?.feed ?? feed, name: data === undefined ? feed : text(data.feedName) }} />
      {data !== undefined ? (
        <Parts model={data} />
      ) : isError ? (
        <>
          <h1 className="vh">{id}</h1>
          <ScreenFaultSheet
            error={error}
            retry={() => void refetch()}
            unknown={t.unknown}
            elsewhere={
              <Link to="/nguon-du-lieu/$feed" params={{ feed }} search={{ xem: "luot" }} className="link">
                {t.toFeed}
              </Link>
            }
          />
        </>
      ) : (
        <section className="sheet wide fd-wait">
          <span className="vh">{t.loading}</span>
          <Skeleton width="96%" height={220} />
        </section>
      )}
    </div>
  );
}

/** What waits is looked at before it is decided. */
function Parts({ model }: { model: SubmissionModel }) {
  const isPending = model.approval?.state === "pending";
  return (
    <>
      <Head model={model} />
      {model.approval === null || isPending ? null : <DecisionSheet model={model} approval={model.approval} />}
      <OutcomeSheet model={model} />
      {model.errorCount === 0 ? null : <ErrorsSheet model={model} />}
      <ValuesSheet model={model} />
      {model.approval !== null && isPending ? (
        <>
          <ApprovalEffect model={model} />
          <DecisionSheet model={model} approval={model.approval} />
        </>
      ) : null}
      <ReceiptSheet model={model} />
      <ReplaySheet model={model} />
      <DoneNote />
    </>
  );
}

function Head({ model }: { model: SubmissionModel }) {
  const t = useWords(submissionWords);
  const language = useLanguage();
  const title = t.title(formatReceived(model.receivedAt, language));
  useEffect(() => {
    document.title = title;
  }, [title]);
  const source = [model.document, model.publisher].filter((it) => it !== null).join(" – ");
  return (
    <header className="lst-head wide">
      <h1>{title}</h1>
      <p className="lst-lead">
        {model.approval === null ? null : <ApprovalMark approval={model.approval} />}
        <span>{senderText(model, t)}</span>
        {source === "" ? null : <span>{t.source(source)}</span>}
        {model.sentAt === null ? null : <span>{t.sentAt(formatReceived(model.sentAt, language))}</span>}
        {model.simulated ? <SimulatedMark /> : null}
      </p>
    </header>
  );
}

function senderText({ replayed, simulated, key }: SubmissionModel, t: (typeof submissionWords)["vi"]): string {
  if (replayed) return simulated ? t.loaded : t.replayed;
  return key === null ? t.byHand : t.key(key.label);
}
