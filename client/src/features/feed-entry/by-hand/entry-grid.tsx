import type { EntryCell, EntryGridModel } from "@bochiso/shared/entry";
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import type { CellError } from "./entry-fields.tsx";
import { EntryLine } from "./entry-line.tsx";
import type { DraftStore } from "./model/draft-store.ts";
import { type EntryDraft, NO_DRAFT } from "./model/entry-draft.ts";
import { type GridPlace, movedBy } from "./model/grid-move.ts";
import { COLUMNS, type EntryColumn, type Pasted, pasteBlock, pastedBlock } from "./model/paste.ts";
import { type EntryShow, firstShow, shownCells } from "./model/shown-cells.ts";
import { byHandWords } from "./words.ts";

interface Props {
  model: EntryGridModel;
  show: EntryShow | null;
  text: string;
  drafts: Readonly<Record<string, EntryDraft>>;
  store: DraftStore;
  errorsOf: ReadonlyMap<string, CellError>;
  onPasted: (pasted: Pasted) => void;
}

const PAGE = 100;

type Field = HTMLInputElement | HTMLSelectElement;

/** The table itself: typed into, pasted into, moved in like a spreadsheet. */
export function EntryGrid({ model, show, text: find, drafts, store, errorsOf, onPasted }: Props) {
  const t = useWords(byHandWords);
  const text = useText();
  const [page, setPage] = useState(0);
  // A cell that got a value while it was shown does not jump away as its draft goes.
  const [held] = useState(() => new Set<string>());
  for (const key of Object.keys(drafts)) held.add(key);
  const table = useRef<HTMLTableElement>(null);
  const filter = { show: show ?? firstShow(model.cells), text: find, hasDraft: (key: string) => held.has(key) };
  const cells = shownCells(model.cells, filter);
  const pages = Math.max(1, Math.ceil(cells.length / PAGE));
  const at = Math.min(page, pages - 1);
  const first = at * PAGE;
  const shown = cells.slice(first, first + PAGE);
  const hasAreas = new Set(model.cells.map(({ area }) => area)).size > 1;
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const place = placeOf(event.target);
    if (place === null || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const moved = movedBy(place, { key: event.key, shift: event.shiftKey, ...caretOf(place.field) });
    if (moved === null) return;
    event.preventDefault();
    focusOn(table.current, { from: place.row, to: moved, rows: shown.length });
  };
  const onPaste = (event: ClipboardEvent<HTMLTableElement>): void => {
    const place = placeOf(event.target);
    const block = pastedBlock(event.clipboardData.getData("text/plain"));
    if (place === null || block === null) return;
    event.preventDefault();
    const from = { row: first + place.row, column: place.column };
    const locked = new Set(cells.flatMap(({ key, lock }) => (lock === null ? [] : key)));
    const pasted = pasteBlock({ block, from, keys: cells.map(({ key }) => key), locked, drafts });
    store.replace(pasted.drafts);
    onPasted(pasted);
  };
  if (model.cells.length === 0) return <p className="wide fe-none">{t.nothingDue}</p>;
  return (
    <section className="sheet wide fe-sheet">
      {cells.length === 0 ? <p className="fe-none">{t.empty}</p> : null}
      <table
        ref={table}
        className={hasAreas ? "fe-grid" : "fe-grid fe-one-area"}
        aria-label={t.grid}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            {hasAreas ? <th scope="col">{t.area}</th> : null}
            <th scope="col" className="r">
              {model.yearAgo === null ? null : text(model.yearAgo.short)}
            </th>
            <th scope="col" className="r">
              {model.previous === null ? null : text(model.previous.short)}
            </th>
            <th scope="col" className="r">
              {t.current}
            </th>
            <th scope="col">
              {t.value}, {text(model.period.short)}
            </th>
            <th scope="col">{t.status}</th>
            <th scope="col">{t.note}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((cell: EntryCell, row) => (
            <EntryLine
              key={cell.key}
              cell={cell}
              row={row}
              beside={{ previous: model.previous, yearAgo: model.yearAgo }}
              hasAreas={hasAreas}
              draft={drafts[cell.key] ?? NO_DRAFT}
              error={errorsOf.get(cell.key) ?? null}
              onChange={(change) => store.change(cell.key, change)}
            />
          ))}
        </tbody>
      </table>
      {model.cellCount > model.cells.length ? (
        <p className="fe-none">{t.beyondGrid(model.cells.length, model.cellCount)}</p>
      ) : null}
      {pages > 1 ? (
        <nav className="fd-pager" aria-label={t.pages}>
          <button type="button" className="btn" disabled={at === 0} onClick={() => setPage(at - 1)}>
            {t.previousPage}
          </button>
          <span>{t.page(at + 1, pages)}</span>
          <button type="button" className="btn" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            {t.nextPage}
          </button>
        </nav>
      ) : null}
    </section>
  );
}

/** Which field of the grid something stands in; null outside of them. */
function placeOf(target: EventTarget): { row: number; column: EntryColumn; field: Field } | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return null;
  const column = COLUMNS.find((it) => it === target.dataset.column);
  const row = Number(target.dataset.row);
  return column === undefined || !Number.isInteger(row) ? null : { row, column, field: target };
}

function caretOf(field: Field): { atStart: boolean; atEnd: boolean; isSelect: boolean } {
  if (field instanceof HTMLSelectElement) return { atStart: true, atEnd: true, isSelect: true };
  const { selectionStart, selectionEnd, value } = field;
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  return {
    atStart: selectionStart === 0 && (selectionEnd === 0 || isAll),
    atEnd: selectionEnd === value.length && (selectionStart === value.length || isAll),
    isSelect: false,
  };
}

/** Cells that take nothing are passed over. */
function focusOn(
  table: HTMLTableElement | null,
  { from, to: { row, column }, rows }: { from: number; to: GridPlace; rows: number },
): void {
  const step = Math.sign(row - from);
  for (let at = row; at >= 0 && at < rows; at += step) {
    const field = table?.querySelector<Field>(`[data-row="${at}"][data-column="${column}"]`);
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
    if (field !== null || step === 0) return;
  }
}
