import type { PeriodType } from "@bochiso/shared/period";
import type { IndicatorModel, ScopeId } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { overTimeQuery, screenFault, useSource } from "../../lib/source/index.ts";
import { Notice, Sheet, Skeleton } from "../../ui/index.ts";
import { FrequencyChoice, FrequencyRefusals } from "./frequency-choice.tsx";
import { inPeriods } from "./model/over-time-view.ts";
import type { TrendRange } from "./model/trend-view.ts";
import { overTimeWords } from "./over-time-words.ts";
import { TrendSheet } from "./trend-sheet.tsx";
import { indicatorWords } from "./words.ts";

interface Props {
  model: IndicatorModel;
  range: TrendRange;
  /** The periods asked for; null: the indicator's own. */
  frequency: PeriodType | null;
  asked: { scope: ScopeId; period: string | null; breakdown: string };
}

/** The series over time, in its own periods or in coarser ones by its time rule. */
export function SeriesSheet({ model, range, frequency, asked }: Props) {
  const { definition, frequencies } = model;
  const found = frequencies.find(({ type, refusal }) => type === frequency && refusal === null);
  const shown = found?.type ?? definition.periodType;
  const choice = <FrequencyChoice choices={frequencies} frequency={shown} />;
  const refusals = <FrequencyRefusals choices={frequencies} />;
  if (shown === definition.periodType) {
    return <TrendSheet model={model} range={range} choice={choice} note={refusals} />;
  }
  return (
    <CoarserSheet model={model} range={range} frequency={shown} asked={asked} choice={choice} refusals={refusals} />
  );
}

interface CoarserProps extends Props {
  frequency: PeriodType;
  choice: ReactNode;
  refusals: ReactNode;
}

function CoarserSheet({ model, range, frequency, asked, choice, refusals }: CoarserProps) {
  const t = useWords(overTimeWords);
  const title = useWords(indicatorWords).trend;
  const language = useLanguage();
  const { code } = model.definition;
  const { data, error, isError, refetch } = useQuery(overTimeQuery(useSource(), { ...asked, code, frequency }));
  const inCoarser = useMemo(() => (data === undefined ? null : inPeriods(model, data)), [model, data]);
  if (data === undefined || inCoarser === null) {
    const retry = (
      <button type="button" className="btn" onClick={() => void refetch()}>
        {t.retry}
      </button>
    );
    return (
      <Sheet className="ind-trend" title={title} more={choice}>
        {isError ? (
          <Notice icon="s-nguyco" role="alert" title={t.failed} action={retry}>
            {screenFault(error).text?.[language]}
          </Notice>
        ) : (
          <div aria-busy="true">
            <Skeleton width="100%" height={340} />
          </div>
        )}
      </Sheet>
    );
  }
  const note = (
    <>
      <p className="sub">{t.rule[data.rule](t.parts[data.parts])}</p>
      {refusals}
    </>
  );
  return <TrendSheet model={inCoarser} range={range} choice={choice} note={note} />;
}
