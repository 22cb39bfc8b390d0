import { type ColumnQuestion, HeadingPlace } from "@bochiso/shared/entry";
import { type FormEvent, useState } from "react";
import { useWords } from "../../../../lib/i18n/index.ts";
import { Field } from "../../../feeds/common/field.tsx";
import { SelectField } from "../../../feeds/common/select-field.tsx";
import { columnsWords } from "./words.ts";

interface Props {
  question: ColumnQuestion;
  onHeadings: (place: HeadingPlace) => void;
}

/** Where the headings stand, where they were found at the wrong lines. */
export function HeadingFields({ question: { sheets, suggested }, onHeadings }: Props) {
  const t = useWords(columnsWords);
  const { headings } = suggested;
  const [sheet, setSheet] = useState(headings.sheet);
  const [first, setFirst] = useState(String(headings.first));
  const [last, setLast] = useState(String(headings.last));
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const place = HeadingPlace.safeParse({ sheet, first: Number(first), last: Number(last) });
    setWrong(!place.success);
    if (place.success) onHeadings(place.data);
  };
  return (
    <form className="fe-headings" onSubmit={submit} noValidate>
      {sheets.length > 1 ? (
        <SelectField
          label={t.sheet}
          value={sheet}
          options={sheets.map((name) => ({ value: name, text: name }))}
          onChange={setSheet}
        />
      ) : null}
      <Field label={t.firstLine} value={first} max={7} error={isWrong ? t.linesWrong : null} onChange={setFirst} />
      <Field label={t.lastLine} value={last} max={7} onChange={setLast} />
      <button type="submit" className="btn">
        {t.again}
      </button>
    </form>
  );
}
