import {
  type ColumnMapping,
  type ColumnQuestion,
  type HeadingPlace,
  type MappingProblem,
  mappingProblems,
  type TableKey,
} from "@bochiso/shared/entry";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../../../../lib/i18n/index.ts";
import { Sheet } from "../../../../ui/index.ts";
import { FieldError } from "../../../feeds/common/field-error.tsx";
import { SelectField } from "../../../feeds/common/select-field.tsx";
import { ColumnsTable } from "./columns-table.tsx";
import { HeadingFields } from "./heading-fields.tsx";
import { withAcross } from "./model/change-mapping.ts";
import { rememberedMapping, rememberMapping } from "./model/remembered-columns.ts";
import { StatusField } from "./status-field.tsx";
import { WholeFields } from "./whole-fields.tsx";
import { columnsWords } from "./words.ts";

interface Props {
  feed: string;
  question: ColumnQuestion;
  /** Whether the table was read as was said. */
  isRead: boolean;
  onHeadings: (place: HeadingPlace) => void;
  onSaid: (mapping: ColumnMapping) => void;
}

/** Asks what the columns of somebody's own table are; once it was read so, it can be opened again. */
export function ColumnsSheet({ feed, question, isRead, onHeadings, onSaid }: Props) {
  const t = useWords(columnsWords);
  const [isOpen, setOpen] = useState(!isRead);
  const more = isOpen ? undefined : (
    <button type="button" className="btn" onClick={() => setOpen(true)}>
      {t.open}
    </button>
  );
  return (
    <Sheet className="wide" id="cac-cot" title={t.title} note={isRead ? t.said : t.note} more={more}>
      {isOpen ? (
        <div className="fe-part fe-columns">
          <HeadingFields question={question} onHeadings={onHeadings} />
          <MappingForm feed={feed} question={question} isRead={isRead} onSaid={onSaid} />
        </div>
      ) : null}
    </Sheet>
  );
}

const KEYS = ["period", "area", "indicator"] as const;

function MappingForm({ feed, question, isRead, onSaid }: Omit<Props, "onHeadings">) {
  const t = useWords(columnsWords);
  const [mapping, setMapping] = useState(() => (isRead ? question.suggested : rememberedMapping(feed, question)));
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const problems = mappingProblems(mapping);
  const shown = tries > 0 ? problems : [];
  // What is still to be said may stand out of view.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (problems.length > 0) return;
    rememberMapping(feed, question, mapping);
    onSaid(mapping);
  };
  const { across, columns } = mapping;
  const hasSeveral = columns.filter(({ role }) => role === "value").length > 1;
  return (
    <form ref={form} className="fe-columns" onSubmit={submit} noValidate>
      <ColumnsTable question={question} mapping={mapping} problems={shown} onChange={setMapping} />
      <div className="fd-pair fe-columns-whole">
        {hasSeveral ? (
          <SelectField
            label={t.across}
            value={across ?? ""}
            options={[
              ...(across === null ? [{ value: "", text: t.acrossChoose }] : []),
              ...KEYS.map((key) => ({ value: key, text: t.roles[key] })),
            ]}
            error={shown.some(({ kind }) => kind === "across") ? t.acrossMissing : null}
            onChange={(key) => setMapping(withAcross(mapping, question.columns, keyOf(key)))}
          />
        ) : null}
        <StatusField mapping={mapping} onChange={setMapping} />
        <WholeFields question={question} mapping={mapping} problems={shown} onChange={setMapping} />
      </div>
      <WholeProblems problems={shown} />
      <p className="soft">{t.units}</p>
      <p>
        <button type="submit" className="btn primary">
          {t.act}
        </button>
      </p>
    </form>
  );
}

function keyOf(text: string): TableKey | null {
  return KEYS.find((key) => key === text) ?? null;
}

/** What is wrong with the columns together. */
function WholeProblems({ problems }: { problems: readonly MappingProblem[] }) {
  const t = useWords(columnsWords);
  const texts = problems.flatMap((problem) => {
    if (problem.kind === "no-value") return [t.noValue];
    return problem.kind === "twice" ? [t.twice(t.roles[problem.role])] : [];
  });
  return (
    <div role="alert">
      {texts.map((text) => (
        <FieldError key={text} text={text} />
      ))}
    </div>
  );
}
