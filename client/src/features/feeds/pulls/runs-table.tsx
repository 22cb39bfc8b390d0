import { formatNumber, type StatusShape } from "@bochiso/shared/i18n";
import type { PullOutcome, PullRunLine } from "@bochiso/shared/pull";
import { Link } from "@tanstack/react-router";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { TableHead } from "../common/table-head.tsx";
import { RecordErrors } from "./record-errors.tsx";
import { sizeText } from "./size-text.ts";
import { pullWords } from "./words.ts";

const SHAPES = {
  stored: "dat",
  partial: "cham",
  unchanged: "khong",
  failed: "nguyco",
  interrupted: "khong",
  running: "khong",
} as const satisfies Record<PullOutcome | "running", StatusShape>;

/** The last runs of a source, the newest first. */
export function RunsTable({ feed, runs }: { feed: string; runs: readonly PullRunLine[] }) {
  const t = useWords(pullWords);
  return (
    <table className="fd-table fd-pull-runs">
      <TableHead heads={[t.when, t.outcome, t.brought, t.submission, t.nextAfter]} />
      <tbody>
        {runs.map((run) => (
          <Row key={run.id} feed={feed} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ feed, run }: { feed: string; run: PullRunLine }) {
  const t = useWords(pullWords);
  const language = useLanguage();
  const { trigger, actor, startedAt, submission, nextAt } = run;
  return (
    <tr>
      <th scope="row">
        {formatReceived(startedAt, language)}
        {trigger === "person" ? (
          <small>{t.askedBy(actor === "cli" ? t.byCommand : actor.replace(/^person:/, ""))}</small>
        ) : null}
      </th>
      <td data-name={t.outcome}>
        <Outcome run={run} />
      </td>
      <td data-name={t.brought}>
        <Brought run={run} />
      </td>
      <td data-name={t.submission}>
        {submission === null ? (
          "—"
        ) : (
          <Link to="/nguon-du-lieu/$feed/luot/$id" params={{ feed, id: submission }} className="link">
            {t.see}
          </Link>
        )}
      </td>
      <td data-name={t.nextAfter}>{nextAt === null ? "—" : formatReceived(nextAt, language)}</td>
    </tr>
  );
}

function Outcome({ run }: { run: PullRunLine }) {
  const t = useWords(pullWords);
  const text = useText();
  const outcome = run.outcome ?? "running";
  const shape = SHAPES[outcome];
  return (
    <>
      <span className={`st st-${shape}`}>
        <Icon name={`s-${shape}`} size={14} />
        {t.outcomeOf[outcome]}
      </span>
      {run.httpStatus === 304 ? <small>{t.notModified}</small> : null}
      {run.fault === null ? null : <small>{text(run.fault.text)}</small>}
      {run.errors.length === 0 ? null : (
        <details>
          <summary>{t.faults(run.errorCount)}</summary>
          <RecordErrors errors={run.errors} />
        </details>
      )}
    </>
  );
}

function Brought({ run: { counts, records, bytes } }: { run: PullRunLine }) {
  const t = useWords(pullWords);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, { lang: language, decimals: 0 });
  if (records === null) return "—";
  return (
    <>
      {counts === null ? null : t.counts(number(counts.created), number(counts.revised), number(counts.unchanged))}
      {counts === null || counts.rejected === 0 ? null : (
        <small className="bad">{t.rejected(number(counts.rejected))}</small>
      )}
      <small>{t.bytes(sizeText(bytes ?? 0, language), number(records))}</small>
    </>
  );
}
