import type { HeadlineRun, OverviewModel } from "@bochiso/shared/screen";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import { StatusMark } from "../card/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import { tally } from "./model/tally.ts";
import { overviewWords } from "./words.ts";

const TONE = {
  plain: undefined,
  good: "g",
  watch: "w",
  bad: "r",
  figure: "f",
} as const satisfies Record<HeadlineRun["tone"], string | undefined>;

/** One generated sentence that speaks only of what changed. */
export function Lead({ model }: { model: OverviewModel }) {
  const t = useWords(overviewWords);
  const text = useText();
  const { frame, headline, headlineAge, cards } = model;
  const latest = headlineAge === null ? t.latest : t.age(text(headlineAge));
  const period = frame.period === null ? latest : text(frame.period.label);
  return (
    <section className="lead">
      <h1>
        {t.lead(text(frame.scopeName), period, cards.length)} {frame.simulated ? <SimulatedMark /> : null}
      </h1>
      <p className="say">
        {headline.length === 0 ? t.noHeadline : [...headline.entries()].map(([at, run]) => <Run key={at} run={run} />)}
      </p>
    </section>
  );
}

function Run({ run }: { run: HeadlineRun }) {
  const text = useText();
  const tone = TONE[run.tone];
  if (run.cell === null) return <span className={tone}>{text(run.text)}</span>;
  return (
    <ExplainLink cell={run.cell} className={`explain ${tone ?? ""}`}>
      {text(run.text)}
    </ExplainLink>
  );
}

/** How many headline indicators have each status; on a wall in the shortest words. */
export function Tally({ cards, wall = false }: Pick<OverviewModel, "cards"> & { wall?: boolean }) {
  const t = useWords(overviewWords);
  const rows = tally(cards, useLanguage());
  return (
    <dl className="tally" aria-label={t.tally(cards.length)}>
      {rows.map(({ status, count, detail }) => (
        <div key={status.shape}>
          <dt>{count}</dt>
          <dd title={detail ?? undefined}>
            <StatusMark status={wall ? { ...status, word: t.wallShapes[status.shape] } : status} />
            {detail === null ? null : <span className="vh"> ({detail})</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
