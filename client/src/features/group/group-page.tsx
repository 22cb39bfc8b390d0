import "./group.css";
import type { GroupModel, ScopeId } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { newestInstant, useReportFrame } from "../../lib/frame/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { scopeLink } from "../../lib/scope/index.ts";
import { groupQuery, useSource } from "../../lib/source/index.ts";
import { Notice } from "../../ui/index.ts";
import { CardSkeleton } from "../card/index.ts";
import { Crumbs } from "../indicator/crumbs.tsx";
import { KeptNotice, ScreenFaultSheet } from "../screen-fault/index.ts";
import { GroupAreas } from "./group-areas.tsx";
import { GroupCards } from "./group-cards.tsx";
import type { GroupChoice } from "./group-choice.ts";
import { GroupHead } from "./group-head.tsx";
import { GroupTable } from "./group-table.tsx";
import { GroupTools } from "./group-tools.tsx";
import { chooseCards } from "./model/choose-cards.ts";
import { groupWords } from "./words.ts";

interface Props {
  scope: ScopeId;
  group: string;
  period: string | null;
  choice: GroupChoice;
}

/** Nhóm chỉ số: how one group of Art. 10.3 stands, as cards, table, map or ranking. */
export function GroupPage({ scope, group, period, choice }: Props) {
  const t = useWords(groupWords);
  const text = useText();
  const { data, error, isError, refetch } = useQuery(groupQuery(useSource(), { scope, group, period }));
  useReportFrame(data?.frame, newestInstant(data?.cards.map((card) => card.source?.receivedAt) ?? []));
  useEffect(() => {
    if (data !== undefined) document.title = `${text(data.group.name)} · ${text(data.frame.scopeName)}`;
  }, [data, text]);
  if (data === undefined && isError) {
    const overview = (
      <Link {...scopeLink(scope)} className="link">
        {t.toOverview}
      </Link>
    );
    return (
      <div className="page">
        <ScreenFaultSheet error={error} retry={() => void refetch()} unknown={t.unknown} elsewhere={overview} />
      </div>
    );
  }
  if (data === undefined) return <Loading />;
  return (
    <div className="page grp-page">
      {isError ? <KeptNotice loadedAt={data.frame.serverTime} /> : null}
      <Crumbs frame={data.frame} />
      <GroupHead model={data} />
      <Body model={data} choice={choice} period={period} />
    </div>
  );
}

function Body({ model, choice, period }: { model: GroupModel; choice: GroupChoice; period: string | null }) {
  const t = useWords(groupWords);
  const language = useLanguage();
  const cards = useMemo(() => chooseCards(model.cards, choice, language), [model.cards, choice, language]);
  if (model.cards.length === 0) {
    return (
      <section className="sheet wide">
        <Notice title={t.empty}>{model.group.stateReason?.[language]}</Notice>
      </section>
    );
  }
  const byArea = choice.view === "bando" || choice.view === "xephang";
  return (
    <>
      <GroupTools model={model} cards={cards} choice={choice} />
      {byArea ? (
        <GroupAreas model={model} choice={choice} period={period} />
      ) : cards.length === 0 ? (
        <section className="sheet wide">
          <Notice
            title={t.nothing}
            action={
              <Link to="." search={(before) => ({ ...before, tim: undefined, loc: undefined })} className="link">
                {t.clear}
              </Link>
            }
          />
        </section>
      ) : choice.view === "bang" ? (
        <GroupTable cards={cards} order={choice.order} />
      ) : (
        <GroupCards cards={cards} />
      )}
    </>
  );
}

const NINE = Array.from({ length: 9 }, (_, index) => index);

function Loading() {
  const t = useWords(groupWords);
  return (
    <div className="page" aria-busy="true">
      <p className="lst-head wide" role="status">
        {t.loading}
      </p>
      <section className="sheet cards">
        <div className="grid">
          {NINE.map((index) => (
            <CardSkeleton key={index} />
          ))}
        </div>
      </section>
    </div>
  );
}
