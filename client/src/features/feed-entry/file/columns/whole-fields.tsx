import { TABLE_KEYS, type TableKey } from "@bochiso/shared/entry";
import { useText, useWords } from "../../../../lib/i18n/index.ts";
import { Field } from "../../../feeds/common/field.tsx";
import { SelectField } from "../../../feeds/common/select-field.tsx";
import type { MappingPart } from "./mapping-part.ts";
import { columnsWords } from "./words.ts";

/** One indicator, area or period for the whole table, of what has no column and is in no heading. */
export function WholeFields({ question: { choices }, mapping, problems, onChange }: MappingPart) {
  const t = useWords(columnsWords);
  const text = useText();
  const { columns, across, fixed } = mapping;
  const lacks = (key: TableKey): boolean => across !== key && columns.every(({ role }) => role !== key);
  const missing = (key: TableKey): string | null =>
    problems.some((it) => it.kind === "missing" && it.key === key) ? t.missing[key] : null;
  const put = (key: TableKey, value: string): void => onChange({ ...mapping, fixed: { ...fixed, [key]: value } });
  const of = { indicator: choices.indicators, area: choices.areas };
  return TABLE_KEYS.filter(lacks).map((key) =>
    key === "period" ? (
      <Field
        key={key}
        label={t.whole.period}
        hint={t.periodHint}
        value={fixed.period}
        max={60}
        error={missing("period") ?? (problems.some(({ kind }) => kind === "period") ? t.periodWrong : null)}
        onChange={(value) => put("period", value)}
      />
    ) : (
      <SelectField
        key={key}
        label={t.whole[key]}
        value={fixed[key]}
        options={[
          ...(of[key].some(({ code }) => code === fixed[key]) ? [] : [{ value: "", text: t.choose }]),
          ...of[key].map(({ code, name }) => ({ value: code, text: text(name) })),
        ]}
        error={missing(key)}
        onChange={(value) => put(key, value)}
      />
    ),
  );
}
