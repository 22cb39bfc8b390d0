import "./forecast.css";
import { formatNumber } from "@bochiso/shared/i18n";
import type { HiddenForecastModel, IndicatorModel, ScopeId, ShownForecastModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Suspense, useMemo } from "react";
import { LazyForecastChart, useWidth } from "../../charts/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { forecastQuery, useSource } from "../../lib/source/index.ts";
import { Sheet, SimulatedMark, uiWords } from "../../ui/index.ts";
import { forecastWords } from "./forecast-words.ts";
import { type ForecastKey, type ForecastView, forecastView } from "./model/forecast-view.ts";
import { TableBox } from "./table-box.tsx";

interface Props {
  model: IndicatorModel;
  scope: ScopeId;
  period: string | null;
  breakdown: string;
}

/** Dự báo: what comes next if things go on as they did, where a back-test says that this is worth reading. */
export function ForecastSheet({ model, scope, period, breakdown }: Props) {
  const t = useWords(forecastWords);
  const ui = useWords(uiWords);
  const wanted = { scope, period, code: model.definition.code, breakdown };
  const query = useQuery({ ...forecastQuery(useSource(), wanted), enabled: model.card.period !== null });
  const { data, isError, refetch } = query;
  if (model.card.period === null) return null;
  if (data === undefined) {
    return (
      <p className="wide fc-line" role="status">
        {isError ? t.failed : t.loading}{" "}
        {isError ? (
          <button type="button" className="link" onClick={() => void refetch()}>
            {ui.retry}
          </button>
        ) : null}
      </p>
    );
  }
  return data.shown ? <Shown model={model} forecast={data} /> : <Hidden forecast={data} />;
}

/** One quiet line: why there is none, with the figures of the test where there was one. */
function Hidden({ forecast }: { forecast: HiddenForecastModel }) {
  const t = useWords(forecastWords);
  const language = useLanguage();
  const reason = useText()(forecast.reason);
  const { backTest } = forecast;
  const decimals = (value: number) => formatNumber(value, { lang: language, decimals: 2 });
  return (
    <p className="wide fc-line">
      {t.hidden(reason)} {backTest === null ? null : t.compared(decimals(backTest.mase), decimals(backTest.naiveMase))}
    </p>
  );
}

function Shown({ model, forecast }: { model: IndicatorModel; forecast: ShownForecastModel }) {
  const t = useWords(forecastWords);
  const language = useLanguage();
  const view = useMemo(() => forecastView(forecast, model.card, language), [forecast, model.card, language]);
  return (
    <Sheet className="wide ind-forecast" title={view.title}>
      <p className="sub">
        {view.subtitle} {forecast.simulated ? <SimulatedMark /> : null}
      </p>
      {view.warning === null ? null : <p className="fc-warn">{view.warning}</p>}
      <div className="fc-two">
        <ForecastFigure view={view} />
        <div className="fc-side">
          <YearEnd view={view} />
          <h3>{forecast.ended ? t.nextEnded(forecast.fromText[language]) : t.next}</h3>
          <NextPeriods view={view} />
          <p className="fc-test">{view.test}</p>
        </div>
        <div>
          <h3>{t.grounds}</h3>
          <dl className="fc-grounds">
            {forecast.grounds.map(({ name, text }) => (
              <div key={name.vi}>
                <dt>{name[language]}</dt>
                <dd>{text[language]}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </Sheet>
  );
}

const SWATCH = {
  actual: "sw-ac",
  estimate: "sw-est",
  forecast: "sw-fc",
  interval: "sw-fan",
} as const satisfies Record<ForecastKey, string>;

const TALL = 340;
const LOW = 260;
const NARROW = 620;

function ForecastFigure({ view }: { view: ForecastView }) {
  const [box, width] = useWidth<HTMLDivElement>(800);
  const height = width < NARROW ? LOW : TALL;
  return (
    <figure className="ind-figure">
      <ul className="ind-key key-line" aria-hidden="true">
        {view.keys.map(({ key, name }) => (
          <li key={key}>
            <i className={SWATCH[key]} />
            {name}
          </li>
        ))}
      </ul>
      <div ref={box} role="img" aria-label={view.sentence} style={{ minHeight: height }}>
        <Suspense fallback={<span className="skeleton" style={{ width: "100%", height }} />}>
          <LazyForecastChart
            points={view.points}
            boundary={view.boundary}
            width={width}
            height={height}
            formatTick={view.tick}
          />
        </Suspense>
      </div>
    </figure>
  );
}

function YearEnd({ view: { year } }: { view: ForecastView }) {
  const t = useWords(forecastWords);
  if (year === null) return <p className="fc-noyear">{t.noYear}</p>;
  return (
    <section className="fc-year" aria-label={year.name}>
      <h3>{year.name}</h3>
      <p className="fc-big">{year.value}</p>
      <p>{year.range}</p>
      <p>{year.note}</p>
      <p>{year.error}</p>
    </section>
  );
}

function NextPeriods({ view }: { view: ForecastView }) {
  const t = useWords(forecastWords);
  return (
    <TableBox label={t.next}>
      <table>
        <caption className="vh">{view.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col" className="r">
              {t.forecast} ({view.unit})
            </th>
            <th scope="col" className="r">
              {t.interval(view.level)}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.period}</th>
              <td className="r fc-value">{row.value}</td>
              <td className="r">{row.interval}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
