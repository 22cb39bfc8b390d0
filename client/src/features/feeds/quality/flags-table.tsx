import type { QualityFlagRow } from "@bochiso/shared/screen";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { PanelLink } from "../../../lib/panel-link/index.ts";
import { SimulatedMark } from "../../../ui/index.ts";
import { Age } from "../common/age.tsx";
import { TableHead } from "../common/table-head.tsx";
import { FlagState } from "./flag-state.tsx";
import { qualityWords } from "./words.ts";

/** Flags, newest first; each opens over the page with everything needed to judge it. */
export function FlagsTable({ rows }: { rows: readonly QualityFlagRow[] }) {
  const t = useWords(qualityWords);
  return (
    <table className="fd-table qf-table">
      <caption className="vh">{t.table}</caption>
      <TableHead heads={[t.what, t.why, t.feed, t.state, t.raised]} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: QualityFlagRow }) {
  const t = useWords(qualityWords);
  const text = useText();
  return (
    <tr>
      <th scope="row">
        <PanelLink open={{ cb: String(row.id) }} className="fd-name">
          {text(row.indicatorName)}
        </PanelLink>
        <small>
          {[text(row.period.label), text(row.areaName), row.breakdownLabel === null ? "" : text(row.breakdownLabel)]
            .filter((it) => it !== "")
            .join(" · ")}{" "}
          {row.simulated ? <SimulatedMark /> : null}
        </small>
      </th>
      <td data-name={t.why}>
        <b className="qf-kind">
          {text(row.title)} · {t.severity[row.severity]}
        </b>
        <small className="qf-text">{text(row.text)}</small>
      </td>
      <td data-name={t.feed}>{row.feedName === null ? t.noFeed : text(row.feedName)}</td>
      <td data-name={t.state}>
        <FlagState kind={row.rule.kind} state={row.state} />
        {row.review === null ? null : <small>{row.review.name}</small>}
      </td>
      <td data-name={t.raised}>
        <Age at={row.raisedAt} />
      </td>
    </tr>
  );
}
