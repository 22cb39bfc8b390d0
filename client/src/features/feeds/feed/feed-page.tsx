import "../../listing/listing.css";
import "../common/feeds.css";
import type { FeedModel } from "@bochiso/shared/feed";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { feedQuery, type SubmissionsQuestion, useSource } from "../../../lib/source/index.ts";
import { SimulatedMark, Skeleton } from "../../../ui/index.ts";
import { ScreenFaultSheet } from "../../screen-fault/index.ts";
import { DoneNote } from "../common/done-note.tsx";
import { FeedCrumbs } from "../common/feed-crumbs.tsx";
import { standingsOf } from "../common/feed-standings.ts";
import { FeedStatus } from "../common/feed-status.tsx";
import { KeysPart } from "../keys/index.ts";
import { PullsPart } from "../pulls/index.ts";
import { SignatureKeysSheet } from "../signature-keys/index.ts";
import { ContractPart } from "./contract-part.tsx";
import { StandingPart } from "./standing-part.tsx";
import { SubmissionsPart } from "./submissions-part.tsx";
import { feedWords } from "./words.ts";

type Part = "tinh-hinh" | "luot" | "lay" | "khoa" | "hop-dong";

interface Props {
  feed: string;
  part: Part;
  only: SubmissionsQuestion["only"];
  before: string | null;
  /** The period whose expected figures are shown; null: the newest due. */
  expectedPeriod: string | null;
}

/** Một kênh cung cấp dữ liệu: how it stands, what it sent, its keys, its contract. */
export function FeedPage({ feed, part, only, before, expectedPeriod }: Props) {
  const t = useWords(feedWords);
  const text = useText();
  const { data, error, isError, refetch } = useQuery(feedQuery(useSource(), feed));
  const name = data === undefined ? feed : text(data.name);
  useEffect(() => {
    document.title = `${name} – ${t.title}`;
  }, [name, t]);
  return (
    <div className="page fd" aria-busy={data === undefined && !isError}>
      <FeedCrumbs />
      {data !== undefined ? (
        <>
          <Head model={data} />
          <Parts feed={feed} part={part} pending={data.pending} />
          {part === "tinh-hinh" ? <StandingPart model={data} expectedPeriod={expectedPeriod} /> : null}
          {part === "luot" ? <SubmissionsPart model={data} only={only} before={before} /> : null}
          {part === "lay" ? <PullsPart feed={feed} title={t.part.lay} /> : null}
          {part === "khoa" ? <KeysPart feed={feed} /> : null}
          {part === "khoa" ? <SignatureKeysSheet feed={feed} /> : null}
          {part === "hop-dong" ? <ContractPart model={data} /> : null}
        </>
      ) : isError ? (
        <>
          <h1 className="vh">{feed}</h1>
          <ScreenFaultSheet
            error={error}
            retry={() => void refetch()}
            unknown={t.unknown(feed)}
            elsewhere={
              <Link to="/nguon-du-lieu" className="link">
                {t.toList}
              </Link>
            }
          />
        </>
      ) : (
        <Loading />
      )}
      <DoneNote />
    </div>
  );
}

function Head({ model }: { model: FeedModel }) {
  const t = useWords(feedWords);
  const text = useText();
  return (
    <header className="lst-head wide">
      <h1>{text(model.name)}</h1>
      <p className="lst-lead">
        <code>{model.code}</code>
        {model.agency === model.code ? null : <span>{t.agency(text(model.agencyName))}</span>}
        <span>{t.owns(model.indicators)}</span>
        {model.simulated ? <SimulatedMark /> : null}
        {model.barred ? <span>{t.barred}</span> : null}
      </p>
      <p className="fd-states-now">
        {standingsOf(model).map((standing) => (
          <FeedStatus key={standing.state} feed={model.code} standing={standing} />
        ))}
      </p>
      {model.failingPulls === null ? null : (
        <p className="lst-lead bad">
          <Link to="/nguon-du-lieu/$feed" params={{ feed: model.code }} search={{ xem: "lay" }} className="link">
            {text(model.failingPulls.reason)}
          </Link>
        </p>
      )}
      <p className="fd-states-now">
        <Link to="/nguon-du-lieu/$feed/tai-tep" params={{ feed: model.code }} className="link">
          {t.upload}
        </Link>
        <Link to="/nguon-du-lieu/$feed/nhap-tay" params={{ feed: model.code }} className="link">
          {t.byHand}
        </Link>
      </p>
    </header>
  );
}

const PARTS = ["tinh-hinh", "luot", "lay", "khoa", "hop-dong"] as const satisfies readonly Part[];

/** The parts of the page, each with an address of its own. */
function Parts({ feed, part, pending }: { feed: string; part: Part; pending: number }) {
  const t = useWords(feedWords);
  return (
    <nav className="fd-tabs wide" aria-label={t.parts}>
      {PARTS.map((it) => (
        <Link
          key={it}
          to="/nguon-du-lieu/$feed"
          params={{ feed }}
          search={it === "tinh-hinh" ? {} : { xem: it }}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={it === part ? "true" : undefined}
        >
          {t.part[it]}
          {it === "luot" && pending > 0 ? ` (${t.pending(pending)})` : ""}
        </Link>
      ))}
    </nav>
  );
}

function Loading() {
  return (
    <>
      <header className="lst-head wide">
        <Skeleton width="40%" height={34} />
      </header>
      <section className="sheet wide fd-wait" aria-hidden="true">
        <Skeleton width="96%" height={220} />
      </section>
    </>
  );
}
