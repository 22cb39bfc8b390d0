import type { RefusalLine } from "@bochiso/shared/feed";
import type { RowErrorCode } from "@bochiso/shared/submission";
import { useQuery } from "@tanstack/react-query";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { refusalsQuery, useSource } from "../../../lib/source/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { Age } from "../common/age.tsx";
import { Loaded } from "../common/loaded.tsx";
import { REFUSALS_PLACE } from "../common/places.ts";
import { rowErrorWords } from "../common/row-error-words.ts";
import { RowErrors } from "../common/row-errors.tsx";
import { TableHead } from "../common/table-head.tsx";
import { submissionsWords } from "./submissions-words.ts";

/** Requests that stored nothing, with why; each with the rows at fault where there were any. */
export function RefusalsSheet({ feed }: { feed: string }) {
  const t = useWords(submissionsWords);
  const query = useQuery(refusalsQuery(useSource(), feed));
  return (
    <Sheet id={REFUSALS_PLACE} title={t.refusals} className="wide">
      <Loaded query={query} height={60} padded>
        {(data) => (
          <div className="fd-body">
            <p className="fd-note">
              {data.length === 0 ? t.noRefusals : t.refusalsNote}{" "}
              {data.some(({ requestId }) => requestId !== null) ? t.requestNote : null}
            </p>
            <Refusals refusals={data} />
          </div>
        )}
      </Loaded>
    </Sheet>
  );
}

/** What still stands; what something stored since has left behind is folded away. */
function Refusals({ refusals }: { refusals: readonly RefusalLine[] }) {
  const t = useWords(submissionsWords);
  const standing = refusals.filter(({ mendedAt }) => mendedAt === null);
  const mended = refusals.filter(({ mendedAt }) => mendedAt !== null);
  return (
    <>
      {standing.length === 0 ? null : <RefusalsTable refusals={standing} />}
      {standing.length === 0 && mended.length > 0 ? <p>{t.noneStands}</p> : null}
      {mended.length === 0 ? null : (
        <details>
          <summary>{t.mended(mended.length)}</summary>
          <RefusalsTable refusals={mended} />
        </details>
      )}
    </>
  );
}

function RefusalsTable({ refusals }: { refusals: readonly RefusalLine[] }) {
  const t = useWords(submissionsWords);
  return (
    <table className="fd-table">
      <TableHead heads={[t.reason, t.when, t.times]} />
      <tbody>
        {refusals.map((refusal) => (
          <Row key={refusal.id} refusal={refusal} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ refusal }: { refusal: RefusalLine }) {
  const t = useWords(submissionsWords);
  const names = useWords(rowErrorWords).name;
  const text = useText();
  const language = useLanguage();
  const codes = Object.entries(refusal.codes) as [RowErrorCode, number][];
  return (
    <tr>
      <th scope="row">
        {text(refusal.detail)}
        <small>
          <code>{refusal.code}</code>
          {refusal.key === null ? null : ` · ${t.key(refusal.key.label)}`}
          {refusal.person === null ? null : ` · ${t.enteredBy(refusal.person)}`}
        </small>
        {refusal.requestId === null ? null : (
          <small>
            {t.request(refusal.times)} <code>{refusal.requestId}</code>
          </small>
        )}
        {refusal.errorCount === 0 ? null : (
          <details>
            <summary>
              {t.errors(refusal.errorCount)}: {codes.map(([code, count]) => `${names[code]} (${count})`).join(", ")}
            </summary>
            <RowErrors errors={refusal.errors} />
          </details>
        )}
      </th>
      <td data-name={t.when}>
        <Age at={refusal.lastAt} />
        <small>{formatReceived(refusal.lastAt, language)}</small>
      </td>
      <td data-name={t.times}>
        {t.timesOf(refusal.times)}
        {refusal.mendedAt === null ? null : <small>{t.mendedAt(formatReceived(refusal.mendedAt, language))}</small>}
        {refusal.times === 1 ? null : <small>{t.since(formatReceived(refusal.firstAt, language))}</small>}
      </td>
    </tr>
  );
}
