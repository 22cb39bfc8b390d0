import { type ColumnMapping, TableStatus } from "@bochiso/shared/entry";
import { useWords } from "../../../../lib/i18n/index.ts";
import { SelectField } from "../../../feeds/common/select-field.tsx";
import { statusOfAll, withStatus } from "./model/change-mapping.ts";
import { columnsWords } from "./words.ts";

const STATUSES = ["", ...TableStatus.options] as const;

interface Props {
  mapping: ColumnMapping;
  onChange: (mapping: ColumnMapping) => void;
}

/** The status of all figures of a table that has no column for it. */
export function StatusField({ mapping, onChange }: Props) {
  const t = useWords(columnsWords);
  const said = statusOfAll(mapping);
  if (said === null) return null;
  return (
    <SelectField
      label={t.status}
      value={said}
      options={[
        ...(said === "mixed" ? [{ value: "mixed", text: t.mixed }] : []),
        ...STATUSES.map((value) => ({ value, text: t.statuses[value] })),
      ]}
      onChange={(value) => onChange(withStatus(mapping, statusNamed(value)))}
    />
  );
}

interface ColumnProps {
  letter: string;
  status: TableStatus | undefined;
  onStatus: (status: TableStatus | null) => void;
}

/** The status of the figures of one of several columns. */
export function ColumnStatus({ letter, status, onStatus }: ColumnProps) {
  const t = useWords(columnsWords);
  return (
    <select
      value={status ?? ""}
      aria-label={t.statusOf(letter)}
      onChange={({ target }) => onStatus(statusNamed(target.value))}
    >
      {STATUSES.map((value) => (
        <option key={value} value={value}>
          {t.statuses[value]}
        </option>
      ))}
    </select>
  );
}

function statusNamed(text: string): TableStatus | null {
  return TableStatus.options.find((it) => it === text) ?? null;
}
