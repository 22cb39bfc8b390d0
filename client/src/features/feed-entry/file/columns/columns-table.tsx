import {
  type AskedColumn,
  type ColumnMapping,
  ColumnRole,
  type MappingProblem,
  type TableStatus,
} from "@bochiso/shared/entry";
import { useId } from "react";
import { useLanguage, useWords } from "../../../../lib/i18n/index.ts";
import { exactText } from "../../../feeds/common/exact-text.ts";
import { FieldError } from "../../../feeds/common/field-error.tsx";
import { TableHead } from "../../../feeds/common/table-head.tsx";
import type { MappingPart } from "./mapping-part.ts";
import { statusOfAll, withRole, withStatus } from "./model/change-mapping.ts";
import { ColumnStatus } from "./status-field.tsx";
import { columnsWords } from "./words.ts";

/** Each column with its headings, what stands in it, and what the person says that it is. */
export function ColumnsTable({ question, mapping, problems, onChange }: MappingPart) {
  const t = useWords(columnsWords);
  const said = new Map(mapping.columns.map((it) => [it.column, it]));
  const { across } = mapping;
  const isSeveral = mapping.columns.filter(({ role }) => role === "value").length > 1;
  const hasStatus = isSeveral && statusOfAll(mapping) !== null;
  return (
    <table className="fd-table">
      <caption className="vh">{t.table}</caption>
      <TableHead heads={[t.column, t.samples, t.role, ...(across === null ? [] : [t.of[across]])]} />
      <tbody>
        {question.columns.map((asked) => (
          <Line
            key={asked.column}
            asked={asked}
            said={said.get(asked.column)}
            across={across}
            hasStatus={hasStatus}
            problems={problems}
            onRole={(role) => onChange(withRole(mapping, asked, role))}
            onStatus={(status) => onChange(withStatus(mapping, status, asked))}
            onOf={(of) =>
              onChange({
                ...mapping,
                columns: mapping.columns.map((it) => (it.column === asked.column ? { ...it, of } : it)),
              })
            }
          />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  asked: AskedColumn;
  said: ColumnMapping["columns"][number] | undefined;
  across: ColumnMapping["across"];
  problems: readonly MappingProblem[];
  onRole: (role: ColumnRole) => void;
  onOf: (of: string) => void;
  /** Whether the columns of values may differ in their status. */
  hasStatus: boolean;
  onStatus: (status: TableStatus | null) => void;
}

function Line({ asked, said, across, hasStatus, problems, onRole, onOf, onStatus }: LineProps) {
  const t = useWords(columnsWords);
  const language = useLanguage();
  const { letter, heading, samples } = asked;
  const role = said?.role ?? "ignored";
  const isAtFault = problems.some(
    (it) => (it.kind === "no-value" && role === "ignored") || (it.kind === "twice" && it.role === role),
  );
  return (
    <tr className={role === "ignored" ? "fe-ignored" : undefined}>
      <th scope="row">
        <code>{letter}</code> {heading === "" ? <i>{t.noHeading}</i> : heading}
      </th>
      <td data-name={t.samples} className="soft">
        {samples.map(({ text, isNumber }) => (isNumber ? exactText(text, language) : text)).join(" · ")}
      </td>
      <td data-name={t.role} className="fd-field">
        <select
          value={role}
          aria-label={`${t.roleOf(letter)}: ${heading}`}
          aria-invalid={isAtFault ? true : undefined}
          onChange={({ target }) => onRole(ColumnRole.catch("ignored").parse(target.value))}
        >
          {ColumnRole.options.map((it) => (
            <option key={it} value={it}>
              {t.roles[it]}
            </option>
          ))}
        </select>
        {role === "value" && hasStatus ? (
          <ColumnStatus letter={letter} status={said?.status} onStatus={onStatus} />
        ) : null}
      </td>
      {across === null ? null : (
        <td data-name={role === "value" ? t.of[across] : undefined} className="fd-field">
          {role === "value" ? (
            <HeadingField
              label={t.ofColumn(t.of[across], letter)}
              hint={t.ofHint[across]}
              value={said?.of ?? ""}
              error={
                problems.some((it) => it.kind === "heading" && it.column === asked.column)
                  ? t.headingMissing[across]
                  : null
              }
              onChange={onOf}
            />
          ) : null}
        </td>
      )}
    </tr>
  );
}

interface HeadingFieldProps {
  label: string;
  hint: string;
  value: string;
  error: string | null;
  onChange: (value: string) => void;
}

function HeadingField({ label, hint, value, error, onChange }: HeadingFieldProps) {
  const id = useId();
  return (
    <>
      <input
        type="text"
        value={value}
        maxLength={200}
        autoComplete="off"
        placeholder={hint}
        aria-label={label}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : id}
        onChange={({ target }) => onChange(target.value)}
      />
      {error === null ? null : <FieldError id={id} text={error} />}
    </>
  );
}
