import type { ScopeId } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { newestCard, useReportFrame } from "../../lib/frame/index.ts";
import { useText, useWords } from "../../lib/i18n/index.ts";
import { overviewQuery, useSource } from "../../lib/source/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { Skeleton } from "../../ui/index.ts";
import { KeptNotice, ScreenFaultSheet } from "../screen-fault/index.ts";
import { CardsSheet, CardsSkeleton } from "./cards-sheet.tsx";
import { ComparisonSheet, hasComparison } from "./comparison-sheet.tsx";
import { GroupsSheet } from "./groups-sheet.tsx";
import { Lead, Tally } from "./lead.tsx";
import { ReadinessBar } from "./readiness-bar.tsx";
import { useAnnounceStatus } from "./use-announce-status.ts";
import { overviewWords } from "./words.ts";

const OverviewWall = lazy(async () => ({ default: (await import("./overview-wall.tsx")).OverviewWall }));

/** Tổng quan: one layout for the Government, a ministry and a province. */
export function OverviewPage({ scope, period }: { scope: ScopeId; period: string | null }) {
  const t = useWords(overviewWords);
  const text = useText();
  const wall = useSearch({ from: "__root__", select: (search) => search.manhinh === "1" });
  const { data, error, isError, refetch } = useQuery(overviewQuery(useSource(), { scope, period }));
  const newest = newestCard(data?.cards ?? []);
  useReportFrame(data?.frame, newest?.source?.receivedAt ?? null, newest?.period ?? null);
  useAnnounceStatus(data);
  useEffect(() => {
    if (data !== undefined) document.title = t.title(text(data.frame.scopeName));
  }, [data, t, text]);
  if (data === undefined && isError) {
    return (
      <div className="page home">
        <ScreenFaultSheet error={error} retry={() => void refetch()} unknown={t.unknown} />
      </div>
    );
  }
  if (data === undefined) return <Loading />;
  if (wall) {
    return (
      <Suspense fallback={null}>
        <OverviewWall model={data} />
      </Suspense>
    );
  }
  return (
    <div className={classNames("page home", !hasComparison(data) && "alone")}>
      {isError ? <KeptNotice loadedAt={data.frame.serverTime} /> : null}
      <Lead model={data} />
      <Tally cards={data.cards} />
      <CardsSheet model={data} />
      <GroupsSheet model={data} />
      {hasComparison(data) ? <ComparisonSheet model={data} /> : null}
      <ReadinessBar model={data} />
      <p className="foot">{data.frame.simulated ? t.footSimulated : t.footReal}</p>
    </div>
  );
}

function Loading() {
  const t = useWords(overviewWords);
  return (
    <div className="page home">
      <section className="lead" aria-busy="true">
        <h1>{t.loading}</h1>
        <p className="say">
          <Skeleton width="90%" height={28} />
        </p>
      </section>
      <CardsSkeleton />
    </div>
  );
}
