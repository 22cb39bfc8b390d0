import type { IndicatorModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { type ReactNode, Suspense, useMemo, useState } from "react";
import { LazyTrendChart, useWidth } from "../../charts/index.ts";
import { downloadText } from "../../lib/csv/index.ts";
import { formatReceived } from "../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { Notice, Sheet, SimulatedMark } from "../../ui/index.ts";
import { shownScale } from "./model/shown-scale.ts";
import { trendCsv } from "./model/trend-csv.ts";
import { type TrendMark, type TrendRange, type TrendView, trendView } from "./model/trend-view.ts";
import { TrendTable } from "./trend-table.tsx";
import { indicatorWords } from "./words.ts";

interface Props {
  model: IndicatorModel;
  range: TrendRange;
  /** In which periods it is shown, and what must be said of them. */
  choice?: ReactNode;
  note?: ReactNode;
}

/** The series over time; its headline is the message, the table beside it says the same. */
export function TrendSheet({ model, range, choice, note }: Props) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const view = useMemo(() => trendView(model, language, range), [model, language, range]);
  const [table, setTable] = useState(false);
  if (view.points.length === 0) {
    return (
      <Sheet className="ind-trend" title={t.trend} more={choice}>
        <Notice title={t.noTrend}>{model.card.stateReason?.[language] ?? t.noTrendDetail}</Notice>
      </Sheet>
    );
  }
  const save = () =>
    downloadText({
      name: `${model.card.ref.indicator}_${model.card.ref.area.replace(":", "-")}.csv`,
      text: trendCsv(model, view, language),
      type: "text/csv;charset=utf-8",
    });
  return (
    <Sheet
      className="ind-trend"
      title={view.headline}
      more={
        <>
          {choice}
          <RangeChoice view={view} range={range} />
        </>
      }
    >
      <p className="sub">
        {view.subtitle} {model.card.simulated ? <SimulatedMark /> : null}
      </p>
      {note}
      {table ? <TrendTable model={model} view={view} /> : <TrendFigure model={model} view={view} />}
      <TrendFoot model={model}>
        <button type="button" className="link" aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? t.showChart : t.showTable}
        </button>
        <button type="button" className="link" onClick={save}>
          {t.exportCsv}
        </button>
      </TrendFoot>
    </Sheet>
  );
}

/** The first range is the default and needs no word in the address. */
const IN_ADDRESS = { 13: undefined, 25: "25", 61: "61" } as const satisfies Record<TrendRange, string | undefined>;

/** How many periods are shown; part of the address. */
function RangeChoice({ view, range }: { view: TrendView; range: TrendRange }) {
  const t = useWords(indicatorWords);
  if (view.ranges.length < 2) return null;
  return (
    <nav className="seg links" aria-label={t.rangeName}>
      {view.ranges.map((each) => (
        <Link
          key={each.range}
          to="."
          search={(before) => ({ ...before, so: IN_ADDRESS[each.range] })}
          resetScroll={false}
          aria-current={each.range === range ? "true" : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t.range(each.periods)}
        </Link>
      ))}
    </nav>
  );
}

const SWATCH = {
  actual: "sw-ac",
  estimate: "sw-est",
  "last-year": "sw-py",
  plan: "sw-plan",
} as const satisfies Record<TrendMark, string>;

const TALL = 340;
const LOW = 260;
const NARROW = 620;

function TrendFigure({ model, view }: { model: IndicatorModel; view: TrendView }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const [box, width] = useWidth<HTMLDivElement>(800);
  const { tick } = shownScale(model.card, language);
  const height = width < NARROW ? LOW : TALL;
  return (
    <figure className="ind-figure">
      <ul className={`ind-key key-${view.kind}`} aria-hidden="true">
        {view.marks.map((mark) => (
          <li key={mark}>
            <i className={SWATCH[mark]} />
            {t.marks[mark]}
          </li>
        ))}
      </ul>
      <div ref={box} role="img" aria-label={view.sentence} style={{ minHeight: height }}>
        <Suspense fallback={<span className="skeleton" style={{ width: "100%", height }} />}>
          <LazyTrendChart
            kind={view.kind}
            points={view.points}
            breaks={view.breaks}
            end={view.end}
            width={width}
            height={height}
            formatTick={tick}
          />
        </Suspense>
      </div>
    </figure>
  );
}

/** Source, where the publication ends, and the ways to the figures themselves. */
function TrendFoot({ model, children }: { model: IndicatorModel; children: ReactNode }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const text = useText();
  const { source, trend } = model;
  const ended = trend.endsAt === null ? null : text(trend.endsAt.label);
  const when = source?.receivedAt ? formatReceived(source.receivedAt, language) : "";
  return (
    <div className="src-l">
      <span>
        {source === null ? "" : t.sourceOf(text(source.publisher), when)}
        {ended === null ? null : (
          <span className="ind-endnote"> {t.endNote(ended.charAt(0).toLowerCase() + ended.slice(1))}</span>
        )}
      </span>
      <span className="ind-tools">{children}</span>
    </div>
  );
}
