import { ENTRY_STATUSES, type EntryCell, enteredEcho } from "@bochiso/shared/entry";
import { OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
import type { Language, Text } from "@bochiso/shared/text";
import { useId, useState } from "react";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { exactText } from "../../feeds/common/exact-text.ts";
import { draftFault, type EntryDraft, isFractionOfCount, isReasonMissing, readDraft } from "./model/entry-draft.ts";
import type { EntryColumn } from "./model/paste.ts";
import { byHandWords } from "./words.ts";

/** What the last try found wrong with a cell, and in which of its columns. */
export interface CellError {
  readonly column: EntryColumn;
  readonly text: Text;
}

interface Props {
  cell: EntryCell;
  row: number;
  /** What the cell is called. */
  name: string;
  draft: EntryDraft;
  error: CellError | null;
  onChange: (change: Partial<EntryDraft>) => void;
}

/** What of a cell is typed into. A narrow screen shows status and note once they are needed, or asked for. */
export function EntryFields({ cell, row, name, draft, error, onChange }: Props) {
  const t = useWords(byHandWords);
  const text = useText();
  const id = useId();
  const [isAsked, setAsked] = useState(false);
  const fault = draftFault(cell, draft);
  const errorAt = (column: EntryColumn): string | null => (error?.column === column ? text(error.text) : null);
  const isBad = errorAt("typed") !== null || (fault !== null && fault !== "ambiguous");
  const noteError = isReasonMissing(cell, draft) ? t.reasonMissing : errorAt("note");
  const isNeeded =
    draft.status !== "" ||
    draft.note !== "" ||
    noteError !== null ||
    errorAt("status") !== null ||
    fault === "value-missing";
  const more = isAsked || isNeeded ? undefined : "fe-folded";
  return (
    <>
      <td className="fe-value">
        <input
          data-row={row}
          data-column="typed"
          value={draft.typed}
          inputMode="decimal"
          autoComplete="off"
          aria-label={`${name}: ${t.value}`}
          aria-describedby={`${id}-echo`}
          aria-invalid={isBad || undefined}
          onChange={({ target }) => onChange({ typed: target.value, chosen: null })}
        />
        <div id={`${id}-echo`} className="fe-echo">
          <Echo cell={cell} draft={draft} onChange={onChange} />
          <Remarks cell={cell} draft={draft} error={errorAt("typed")} />
        </div>
        {isNeeded ? null : (
          <button type="button" className="fe-more" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
            {t.more}
            <span className="vh"> – {name}</span>
          </button>
        )}
      </td>
      <td data-name={t.status} className={more}>
        <StatusSelect row={row} name={name} draft={draft} error={errorAt("status")} onChange={onChange} />
      </td>
      <td data-name={t.note} className={more}>
        <NoteInput row={row} name={name} draft={draft} error={noteError} onChange={onChange} />
      </td>
    </>
  );
}

type FieldProps = Omit<Props, "cell" | "error"> & { error: string | null };

function NoteInput({ row, name, draft, error, onChange }: FieldProps) {
  const t = useWords(byHandWords);
  const id = useId();
  return (
    <>
      <input
        data-row={row}
        data-column="note"
        value={draft.note}
        aria-invalid={error !== null || undefined}
        aria-describedby={id}
        maxLength={500}
        autoComplete="off"
        aria-label={`${name}: ${t.note}`}
        onChange={({ target }) => onChange({ note: target.value })}
      />
      <Fault id={id} text={error} />
    </>
  );
}

function StatusSelect({ row, name, draft, error, onChange }: FieldProps) {
  const t = useWords(byHandWords);
  const language = useLanguage();
  const id = useId();
  const words: Readonly<Record<string, Text>> = OBSERVATION_STATUS_WORDS;
  return (
    <>
      <select
        data-row={row}
        data-column="status"
        value={draft.status}
        aria-invalid={error !== null || undefined}
        aria-describedby={id}
        aria-label={`${name}: ${t.status}`}
        onChange={({ target }) => onChange({ status: target.value })}
      >
        {["", ...ENTRY_STATUSES.filter((it) => it !== "A")].map((status) => (
          <option key={status} value={status}>
            {upperFirst(status === "" ? t.final : (words[status]?.[language] ?? status))}
          </option>
        ))}
      </select>
      <Fault id={id} text={error} />
    </>
  );
}

/** A word of a sentence as it stands alone. */
function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function Fault({ id, text }: { id: string; text: string | null }) {
  return (
    <div id={id} className="fe-fault">
      {text === null ? null : <p className="fe-bad">{text}</p>}
    </div>
  );
}

/** What is wrong with a value, or worth a second look. */
function Remarks({ cell, draft, error }: Pick<Props, "cell" | "draft"> & { error: string | null }) {
  const t = useWords(byHandWords);
  const language = useLanguage();
  const fault = draftFault(cell, draft);
  return (
    <>
      {fault === "value-and-absence" || fault === "value-missing" ? <p className="fe-bad">{t.faults[fault]}</p> : null}
      {fault === "out-of-range" ? <p className="fe-bad">{t.limits(limitsText(cell.limits, language))}</p> : null}
      {isFractionOfCount(cell, draft) ? <p className="fe-warn">{t.fraction}</p> : null}
      {error === null ? null : <p className="fe-bad">{error}</p>}
    </>
  );
}

function limitsText({ min, max, minExclusive }: EntryCell["limits"], language: Language): string {
  const lower = min === null ? "" : `${minExclusive ? ">" : "≥"} ${exactText(String(min), language)}`;
  const upper = max === null ? "" : `≤ ${exactText(String(max), language)}`;
  return [lower, upper].filter((bound) => bound !== "").join(", ");
}

/** What was typed, told back; where it has two meanings both are offered. */
function Echo({ cell, draft, onChange }: Pick<Props, "cell" | "draft" | "onChange">) {
  const t = useWords(byHandWords);
  const text = useText();
  const entered = readDraft(cell, draft);
  if (entered.kind === "empty") return null;
  if (entered.kind === "refused") return <p className="fe-bad">{text(entered.reason)}</p>;
  if (entered.kind === "number") return <p>{text(enteredEcho(entered.reading.text, cell.unit))}</p>;
  return (
    <div role="group" aria-label={t.which} className="fe-which">
      <p className="fe-warn">{t.which}</p>
      {entered.readings.map((reading) => (
        <button key={reading.text} type="button" className="btn" onClick={() => onChange({ chosen: reading.text })}>
          {text(reading.echo)}
        </button>
      ))}
    </div>
  );
}
