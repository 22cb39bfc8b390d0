import type { PullRecordError } from "@bochiso/shared/pull";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { ScrollBox } from "../../../ui/index.ts";
import { TableHead } from "../common/table-head.tsx";
import { pullWords } from "./words.ts";

/** Faults of records: which record, which field of it, what came, what was expected. */
export function RecordErrors({ errors }: { errors: readonly PullRecordError[] }) {
  const t = useWords(pullWords);
  const text = useText();
  return (
    <ScrollBox className="fd-scroll" label={t.records}>
      <table className="fd-table">
        <TableHead heads={[t.recordHead, t.inField, t.why, t.got]} />
        <tbody>
          {errors.map((error) => (
            <tr key={`${error.record} ${error.field} ${error.code} ${error.got}`}>
              <th scope="row" className="nb">
                {t.record(error.record)}
                {error.line === undefined ? null : <small>{t.line(error.line)}</small>}
              </th>
              <td data-name={t.inField}>
                <code>{error.field}</code>
              </td>
              <td data-name={t.why}>{text(error.text)}</td>
              <td data-name={t.got}>
                {error.got === undefined ? "—" : <code>{error.got}</code>}
                {error.expected === undefined ? null : (
                  <small>
                    {t.expected}: {error.expected}
                  </small>
                )}
                {error.nearest === undefined ? null : (
                  <small>
                    {t.nearest} <code>{error.nearest}</code>
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
