import type { EntryCell, EntryFigure, EntryGridModel } from "@bochiso/shared/entry";
import { formatNumber } from "@bochiso/shared/i18n";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { type CellError, EntryFields } from "./entry-fields.tsx";
import { LockedFields } from "./locked-fields.tsx";
import type { EntryDraft } from "./model/entry-draft.ts";
import { byHandWords } from "./words.ts";

interface Props {
  cell: EntryCell;
  row: number;
  beside: Pick<EntryGridModel, "previous" | "yearAgo">;
  hasAreas: boolean;
  draft: EntryDraft;
  error: CellError | null;
  onChange: (change: Partial<EntryDraft>) => void;
}

/** One cell of a feed: what stood there before, what is typed now and how it is read, or why nothing can be. */
export function EntryLine({ cell, row, beside, hasAreas, draft, error, onChange }: Props) {
  const t = useWords(byHandWords);
  const text = useText();
  const name = [cell.indicatorName, cell.breakdownLabel, hasAreas ? cell.areaName : null]
    .flatMap((it) => (it === null ? [] : text(it)))
    .join(", ");
  return (
    <tr className={cell.lock !== null ? "fe-locked" : draft.typed === "" ? undefined : "fe-typed"}>
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
      {cell.lock === null ? (
        <EntryFields cell={cell} row={row} name={name} draft={draft} error={error} onChange={onChange} />
      ) : (
        <LockedFields lock={cell.lock} typed={draft.typed} />
      )}
    </tr>
  );
}

function Due({ cell: { dueAt, state, lock } }: { cell: EntryCell }) {
  const t = useWords(byHandWords);
  const language = useLanguage();
  if (dueAt === null || lock !== null || state === "received" || state === "new") return null;
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
