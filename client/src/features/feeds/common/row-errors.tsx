import type { RowError } from "@bochiso/shared/submission";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { ScrollBox } from "../../../ui/index.ts";
import { expectedText } from "./expected-text.ts";
import { rowErrorWords } from "./row-error-words.ts";
import { TableHead } from "./table-head.tsx";

/** Faults of rows: which row, where in it, what came, what was expected. */
export function RowErrors({ errors }: { errors: readonly RowError[] }) {
  const t = useWords(rowErrorWords);
  const language = useLanguage();
  return (
    <ScrollBox className="fd-scroll" label={t.table}>
      <table className="fd-table">
        <TableHead heads={[t.row, t.why, t.got, t.expected]} />
        <tbody>
          {errors.map((error) => (
            <tr key={`${error.pointer} ${error.code}`}>
              <th scope="row" className="nb">
                {t.rowNo(error.row + 1)}
                <small>
                  {error.line === undefined ? null : `${t.line(error.line)} · `}
                  <code>{error.pointer}</code>
                </small>
              </th>
              <td data-name={t.why}>{language === "vi" ? error.detailVi : error.detail}</td>
              <td data-name={t.got}>{error.got === undefined ? "—" : <code>{error.got}</code>}</td>
              <td data-name={t.expected}>
                <Expected error={error} />
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

function Expected({ error }: { error: RowError }) {
  const t = useWords(rowErrorWords);
  const expected = expectedText(error, useLanguage());
  if (expected === null) return "—";
  return (
    <>
      {expected.kind === "example" ? `${t.example} ` : null}
      <code>{expected.text}</code>
    </>
  );
}
