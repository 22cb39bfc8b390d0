import "./indicator-head.css";
import "./indicator-trend.css";
import "./indicator.css";
import type { PeriodType } from "@bochiso/shared/period";
import type { IndicatorModel, ScopeId } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useReportFrame } from "../../lib/frame/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { indicatorQuery, useSource } from "../../lib/source/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { domainName } from "../indicators/domain-words.ts";
import { KeptNotice, ScreenFaultSheet } from "../screen-fault/index.ts";
import { AreasSheet } from "./areas-sheet.tsx";
import { BreakdownSheets } from "./breakdown-sheet.tsx";
import { Crumbs } from "./crumbs.tsx";
import { ChecklistSheet, DefinitionSheet } from "./definition-sheet.tsx";
import { ExplanationSheet } from "./explanation-sheet.tsx";
import { ForecastSheet } from "./forecast-sheet.tsx";
import { HeaderSheet } from "./header-sheet.tsx";
import { IndicatorSkeleton } from "./indicator-skeleton.tsx";
import type { TrendRange } from "./model/trend-view.ts";
import { SeriesSheet } from "./over-time-sheet.tsx";
import { PairsSheet } from "./pairs-sheet.tsx";
import { QualitySheet } from "./quality-sheet.tsx";
import { RevisionsSheet } from "./revisions-sheet.tsx";
import { TargetSheet } from "./target-sheet.tsx";
import { indicatorWords } from "./words.ts";

interface Props {
  scope: ScopeId;
  code: string;
  period: string | null;
  breakdown: string;
  areaBasis: "present" | "former" | undefined;
  range: TrendRange;
  /** In which periods the trend is shown; null: the indicator's own. */
  frequency: PeriodType | null;
}

/** Chỉ số: explains one number, from its value to its definition. */
export function IndicatorPage({ scope, code, period, breakdown, areaBasis, range, frequency }: Props) {
  const t = useWords(indicatorWords);
  const text = useText();
  const query = useQuery(indicatorQuery(useSource(), { scope, code, period, breakdown, areaBasis }));
  const { data, error, isError, isPlaceholderData, refetch } = query;
  useReportFrame(data?.frame, data?.source?.receivedAt ?? null);
  useEffect(() => {
    if (data !== undefined) document.title = `${text(data.card.name)} · ${text(data.frame.scopeName)}`;
  }, [data, text]);
  if (data === undefined && isError) {
    const list = (
      <Link to="/chi-so" search={{ dv: scope }} className="link">
        {t.toList}
      </Link>
    );
    return (
      <div className="page ind">
        <ScreenFaultSheet error={error} retry={() => void refetch()} unknown={t.unknown} elsewhere={list} />
      </div>
    );
  }
  if (data === undefined) return <IndicatorSkeleton />;
  return (
    <div className={classNames("page ind", isPlaceholderData && "waiting")} aria-busy={isPlaceholderData}>
      {isError ? <KeptNotice loadedAt={data.frame.serverTime} /> : null}
      <Sheets
        model={data}
        areaBasis={areaBasis}
        range={range}
        frequency={frequency}
        asked={{ scope, period, breakdown }}
      />
    </div>
  );
}

interface SheetsProps extends Pick<Props, "areaBasis" | "range" | "frequency"> {
  model: IndicatorModel;
  asked: Pick<Props, "scope" | "period" | "breakdown">;
}

function Sheets({ model, areaBasis, range, frequency, asked }: SheetsProps) {
  const language = useLanguage();
  const { domain } = model.definition;
  return (
    <>
      <Crumbs frame={model.frame}>
        <li>
          <Link to="/chi-so" search={{ dv: model.frame.scope, lv: domain }}>
            {domainName(domain, language)}
          </Link>
        </li>
      </Crumbs>
      <HeaderSheet model={model} />
      <SeriesSheet model={model} range={range} frequency={frequency} asked={asked} />
      <QualitySheet model={model} />
      <TargetSheet model={model} />
      <ForecastSheet model={model} {...asked} />
      <ExplanationSheet model={model} />
      <AreasSheet model={model} basis={areaBasis} />
      <div className="wide ind-pairs">
        <BreakdownSheets model={model} />
        <PairsSheet model={model} />
        <RevisionsSheet model={model} />
      </div>
      <DefinitionSheet model={model} />
      <ChecklistSheet model={model} />
    </>
  );
}
