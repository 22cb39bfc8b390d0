import {
  ENTRY_STATUSES,
  type EntryCell,
  type EntryFigure,
  type EntryGridModel,
  enteredEcho,
} from "@bochiso/shared/entry";
import { formatNumber, OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
import type { Language, Text } from "@bochiso/shared/text";
import { useId } from "react";
import { formatReceived } from "../../../lib/format/index.ts";
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
  beside: Pick<EntryGridModel, "previous" | "yearAgo">;
  hasAreas: boolean;
  draft: EntryDraft;
  error: CellError | null;
  onChange: (change: Partial<EntryDraft>) => void;
}

/** One cell of a feed: what stood there before, what is typed now and how it is read. */
export function EntryLine({ cell, row, beside, hasAreas, draft, error, onChange }: Props) {
  const t = useWords(byHandWords);
  const text = useText();
  const language = useLanguage();
  const statusWords: Readonly<Record<string, Text>> = OBSERVATION_STATUS_WORDS;
  const id = useId();
  const fault = draftFault(cell, draft);
  const name = [cell.indicatorName, cell.breakdownLabel, hasAreas ? cell.areaName : null]
    .flatMap((it) => (it === null ? [] : text(it)))
    .join(", ");
  const errorAt = (column: EntryColumn): string | null => (error?.column === column ? text(error.text) : null);
  const isBad = errorAt("typed") !== null || (fault !== null && fault !== "ambiguous");
  const noteError = isReasonMissing(cell, draft) ? t.reasonMissing : errorAt("note");
  return (
    <tr className={draft.typed === "" ? undefined : "fe-typed"}>
      <th scope="row">
        {text(cell.indicatorName)}
        <small>
          {[cell.breakdownLabel, cell.unit.name].flatMap((it) => (it === null ? [] : text(it))).join(" · ")}
          <Due cell={cell} />
        </small>
      </th>
      {hasAreas ? <td data-name={t.area}>{text(cell.areaName)}</td> : null}
      <Figure figure={cell.yearAgo} name={beside.yearAgo === null ? "" : text(beside.yearAgo.short)} />
      <Figure figure={cell.previous} name={beside.previous === null ? "" : text(beside.previous.short)} />
      <Figure figure={cell.current} name={t.current} />
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
      </td>
      <td data-name={t.status}>
        <select
          data-row={row}
          data-column="status"
          value={draft.status}
          aria-invalid={errorAt("status") !== null || undefined}
          aria-describedby={`${id}-status`}
          aria-label={`${name}: ${t.status}`}
          onChange={({ target }) => onChange({ status: target.value })}
        >
          {["", ...ENTRY_STATUSES.filter((it) => it !== "A")].map((status) => (
            <option key={status} value={status}>
              {upperFirst(status === "" ? t.final : (statusWords[status]?.[language] ?? status))}
            </option>
          ))}
        </select>
        <Fault id={`${id}-status`} text={errorAt("status")} />
      </td>
      <td data-name={t.note}>
        <input
          data-row={row}
          data-column="note"
          value={draft.note}
          aria-invalid={noteError !== null || undefined}
          aria-describedby={`${id}-note`}
          maxLength={500}
          autoComplete="off"
          aria-label={`${name}: ${t.note}`}
          onChange={({ target }) => onChange({ note: target.value })}
        />
        <Fault id={`${id}-note`} text={noteError} />
      </td>
    </tr>
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

function Due({ cell: { dueAt, state } }: { cell: EntryCell }) {
  const t = useWords(byHandWords);
  const language = useLanguage();
  if (dueAt === null || state === "received" || state === "new") return null;
  const when = formatReceived(dueAt, language);
  return state === "missing" ? <span className="fe-late"> · {t.overdue(when)}</span> : <span> · {t.due(when)}</span>;
}

function Figure({ figure, name }: { figure: EntryFigure | null; name: string }) {
  const lang = useLanguage();
  const digits = figure?.value ?? null;
  const shown = digits === null ? (figure?.status ?? "") : formatNumber(digits, { lang, decimals: decimalsOf(digits) });
  return (
    <td className="r soft" data-name={name}>
      {shown}
    </td>
  );
}

function decimalsOf(text: string): number {
  const at = text.indexOf(".");
  return at < 0 ? 0 : Math.min(6, text.length - at - 1);
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
