import { useWords } from "../../../lib/i18n/index.ts";
import { Field } from "../common/field.tsx";
import { ruleDialogWords } from "./rule-dialog-words.ts";

const LEAST_TEXT = 5;

/** Where the threshold of a rule comes from, and why it is made or changed. */
export interface Reasons {
  readonly basis: string;
  readonly note: string;
}

/** Whether both are said. */
export function isReasoned({ basis, note }: Reasons): boolean {
  return isSaid(basis) && isSaid(note);
}

function isSaid(text: string): boolean {
  return text.trim().length >= LEAST_TEXT;
}

interface Props {
  reasons: Reasons;
  noteLabel: string;
  tried: boolean;
  onChange: (reasons: Reasons) => void;
}

/** What every version of a rule says of itself. */
export function ReasonFields({ reasons, noteLabel, tried, onChange }: Props) {
  const t = useWords(ruleDialogWords);
  const { basis, note } = reasons;
  return (
    <>
      <Field
        label={t.basis}
        hint={t.basisHint}
        value={basis}
        rows={3}
        max={2000}
        error={tried && !isSaid(basis) ? t.basisMissing : null}
        onChange={(text) => onChange({ ...reasons, basis: text })}
      />
      <Field
        label={noteLabel}
        value={note}
        rows={2}
        max={1000}
        error={tried && !isSaid(note) ? t.noteMissing : null}
        onChange={(text) => onChange({ ...reasons, note: text })}
      />
    </>
  );
}
