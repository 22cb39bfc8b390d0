import type { EntryCell, EntryEffect, EntryGridModel, EntryRow, EntrySaved } from "@bochiso/shared/entry";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useStore } from "zustand";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { ActFault } from "../../feeds/common/act-fault.tsx";
import { EffectSheet } from "../common/effect-sheet.tsx";
import { entryErrorText, faultyColumn } from "../common/entry-error-text.ts";
import { newKey } from "../common/new-key.ts";
import { SaveForm } from "../common/save-form.tsx";
import { SavedSheet } from "../common/saved-sheet.tsx";
import { useLeadTo } from "../common/use-lead-to.ts";
import type { CellError } from "./entry-fields.tsx";
import { EntryGrid } from "./entry-grid.tsx";
import { EntryTools } from "./entry-tools.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { LeftOut } from "./left-out.tsx";
import { MarkQuestion } from "./mark-question.tsx";
import { cellName } from "./model/cell-name.ts";
import { draftStore } from "./model/draft-store.ts";
import { draftFault, type EntryDraft, rowOf } from "./model/entry-draft.ts";
import { openMarks, withReading } from "./model/open-marks.ts";
import type { Pasted } from "./model/paste.ts";
import type { EntryShow } from "./model/shown-cells.ts";
import { PasteNote } from "./paste-note.tsx";
import { byHandWords } from "./words.ts";

interface Props {
  model: EntryGridModel;
  show: EntryShow | null;
  text: string;
  refetch: () => void;
}

/** What the last paste did, and the drafts of before it. */
interface LastPaste extends Omit<Pasted, "drafts"> {
  readonly before: Readonly<Record<string, EntryDraft>>;
}

/** What became of saving, and the keys of the cells of its rows. */
interface Saved {
  readonly outcome: EntrySaved;
  readonly keys: readonly string[];
}

/** What was tried: the rows, the keys of their cells, and what they would do. */
interface Tried {
  readonly rows: readonly EntryRow[];
  readonly keys: readonly string[];
  readonly effect: EntryEffect;
  /** Of saving just these rows. */
  readonly saveKey: string;
  /** What could not be read and is not among the rows. */
  readonly leftOut: readonly { readonly cell: EntryCell; readonly draft: EntryDraft }[];
}

/** The grid with what is typed into it, its preview and its saving. */
export function EntryDesk({ model, show, text: find, refetch }: Props) {
  const t = useWords(byHandWords);
  const text = useText();
  const source = useSource();
  const { feed, period, cells } = model;
  const store = draftStore(feed, period.id);
  const drafts = useStore(store, (state) => state.drafts);
  const [tried, setTried] = useState<Tried | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const preview = useLeadTo(tried?.saveKey ?? null);
  const known = new Map(cells.map((cell) => [cell.key, cell]));
  const typed = Object.entries(drafts).flatMap(([key, draft]) => {
    const cell = known.get(key);
    return cell === undefined || cell.lock !== null ? [] : [{ key, cell, draft }];
  });
  const ready = typed.flatMap(({ key, cell, draft }) => {
    const row = rowOf(cell, draft, period.id);
    return row === null ? [] : [{ key, row }];
  });
  const leftOut = typed.filter(({ cell, draft }) => draftFault(cell, draft) !== null);
  const faults = leftOut.length;
  const [lastPaste, setLastPaste] = useState<LastPaste | null>(null);
  const marks = openMarks(typed).filter((it) => it.cells.length > 1);
  const check = useMutation({
    mutationFn: (rows: EntryRow[]) => source.entry.check({ feed, rows }),
    onSuccess: (effect, rows) => {
      setSaved(null);
      setTried({ rows, keys: ready.map(({ key }) => key), effect, saveKey: newKey(), leftOut });
    },
  });
  const isFresh = tried !== null && JSON.stringify(tried.rows) === JSON.stringify(ready.map(({ row }) => row));
  const nameAmong = (keys: readonly string[]) => (row: number) => {
    const cell = known.get(keys[row] ?? "");
    return cell === undefined ? "" : text(cellName(cell));
  };
  const onSaved = (outcome: EntrySaved): void => {
    const keys = tried?.keys ?? [];
    setSaved({ outcome, keys });
    if (outcome.kind === "refused") {
      if (tried !== null) check.mutate([...tried.rows]);
      return;
    }
    const faulty = new Set(outcome.errors.map(({ row }) => row));
    store.drop(keys.filter((_, row) => !faulty.has(row)));
    setTried(null);
    refetch();
  };
  const errorsOf = errorsByCell(tried, isFresh);
  return (
    <>
      <EntryTools model={model} show={show} text={find} />
      <EntryGrid
        model={model}
        show={show}
        text={find}
        drafts={drafts}
        store={store}
        errorsOf={errorsOf}
        onPasted={({ drafts: _after, ...counts }) => setLastPaste({ ...counts, before: drafts })}
      />
      <div className="fe-acts wide">
        {lastPaste === null ? null : (
          <PasteNote
            pasted={lastPaste}
            onUndo={() => {
              store.replace(lastPaste.before);
              setLastPaste(null);
            }}
          />
        )}
        {marks.map((open) => (
          <MarkQuestion
            key={open.mark}
            open={open}
            onChoose={(reading) => store.replace(withReading(drafts, open, reading))}
          />
        ))}
        <p aria-live="polite">
          {t.typedCount(typed.length)} {faults > 0 ? <span className="fe-bad">{t.faultCount(faults)}</span> : null}
        </p>
        <button
          type="button"
          className="btn primary"
          aria-disabled={ready.length === 0 || check.isPending || !model.accepts || undefined}
          onClick={() => {
            if (ready.length > 0 && !check.isPending && model.accepts) check.mutate(ready.map(({ row }) => row));
          }}
        >
          {check.isPending ? t.checking : t.preview}
        </button>
        {typed.length > 0 ? (
          <button
            type="button"
            className="btn"
            onClick={() => {
              store.replace({});
              setLastPaste(null);
            }}
          >
            {t.clear}
          </button>
        ) : null}
        {tried === null ? null : (
          <button type="button" className="btn" onClick={() => preview.current?.focus()}>
            {isFresh ? t.toPreview : t.toOldPreview}
          </button>
        )}
        <ActFault error={check.error} />
      </div>
      {tried === null ? null : (
        <div ref={preview} tabIndex={-1} className="wide fe-preview">
          <EffectSheet effect={tried.effect} nameOf={nameAmong(tried.keys)} lead={<LeftOut cells={tried.leftOut} />}>
            {isFresh ? (
              <SaveForm
                feed={feed}
                way="entry"
                rows={tried.rows}
                effect={tried.effect}
                saveKey={tried.saveKey}
                needsSignOff={model.needsSignOff}
                onSaved={onSaved}
              />
            ) : (
              <p className="fe-part fe-warn">{t.outdated}</p>
            )}
          </EffectSheet>
        </div>
      )}
      {saved === null ? null : (
        <SavedSheet
          key={saved.outcome.kind === "stored" ? saved.outcome.receipt.id : "no"}
          feed={feed}
          saved={saved.outcome}
          placeOf={nameAmong(saved.keys)}
        />
      )}
      <LeaveGuard count={typed.length} />
    </>
  );
}

/** The faults of the last try, beside their cells; once something was changed they may be wrong. */
function errorsByCell(tried: Tried | null, isFresh: boolean): ReadonlyMap<string, CellError> {
  const errors = new Map<string, CellError>();
  if (tried === null || !isFresh) return errors;
  for (const error of tried.effect.errors) {
    const key = tried.keys[error.row];
    if (key === undefined || errors.has(key)) continue;
    errors.set(key, { column: faultyColumn(error), text: entryErrorText(error) });
  }
  return errors;
}
