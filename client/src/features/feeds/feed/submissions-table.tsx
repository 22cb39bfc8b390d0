import type { SubmissionLine } from "@bochiso/shared/feed";
import { formatNumber } from "@bochiso/shared/i18n";
import { Link } from "@tanstack/react-router";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { ApprovalMark } from "../common/approval-mark.tsx";
import { TableHead } from "../common/table-head.tsx";
import { submissionsWords } from "./submissions-words.ts";

interface TableProps {
  feed: string;
  simulated: boolean;
  submissions: readonly SubmissionLine[];
}

/** Submissions, newest first; each leads to its rows, receipt and sign-off. */
export function SubmissionsTable({ feed, simulated, submissions }: TableProps) {
  const t = useWords(submissionsWords);
  return (
    <table className="fd-table">
      <caption className="vh">{t.table}</caption>
      <TableHead heads={[t.received, t.sequence, t.rows, t.changes, t.source, t.approval]} />
      <tbody>
        {submissions.map((line) => (
          <Row key={line.id} feed={feed} line={line} loaded={simulated ? t.loaded : t.replayed} />
        ))}
      </tbody>
    </table>
  );
}

const CHANGES = ["created", "revised", "retracted", "unchanged"] as const;

function Row({ feed, line, loaded }: { feed: string; line: SubmissionLine; loaded: string }) {
  const t = useWords(submissionsWords);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, { lang: language, decimals: 0 });
  const { counts } = line;
  const changes = CHANGES.filter((it) => counts[it] > 0).map((it) => t[it](number(counts[it])));
  const told = { pending: t.ifApproved, approved: String, returned: () => t.notApplied };
  const tell = line.approval === null ? String : told[line.approval.state];
  return (
    <tr>
      <th scope="row">
        <Link to="/nguon-du-lieu/$feed/luot/$id" params={{ feed, id: line.id }} className="fd-name">
          {formatReceived(line.receivedAt, language)}
        </Link>
        <small>{line.replayed ? loaded : line.key === null ? t.byHand : t.key(line.key.label)}</small>
      </th>
      <td data-name={t.sequence}>{line.sequence ?? t.unnumbered}</td>
      <td data-name={t.rows}>
        {t.accepted(number(counts.received - counts.rejected))}
        {counts.rejected === 0 ? null : <small className="bad">{t.rejected(number(counts.rejected))}</small>}
      </td>
      <td data-name={t.changes}>{changes.length === 0 ? "—" : tell(changes.join(", "))}</td>
      <td data-name={t.source}>{line.document ?? line.publisher ?? "—"}</td>
      <td data-name={t.approval}>
        {line.approval === null ? (
          <span className="soft">{t.noApproval}</span>
        ) : (
          <ApprovalMark approval={line.approval} />
        )}
      </td>
    </tr>
  );
}
