import type { EntryCell, EntryEffect, EntryGridModel, EntryRow, EntrySaved } from "@bochiso/shared/entry";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useStore } from "zustand";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { ActFault } from "../../feeds/common/act-fault.tsx";
import { EffectSheet } from "../common/effect-sheet.tsx";
import { newKey } from "../common/new-key.ts";
import { SaveForm } from "../common/save-form.tsx";
import { SavedSheet } from "../common/saved-sheet.tsx";
import { EntryGrid } from "./entry-grid.tsx";
import { EntryTools } from "./entry-tools.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { draftStore } from "./model/draft-store.ts";
import { draftFault, rowOf } from "./model/entry-draft.ts";
import type { EntryShow } from "./model/shown-cells.ts";
import { byHandWords } from "./words.ts";

interface Props {
  model: EntryGridModel;
  show: EntryShow | null;
  text: string;
  refetch: () => void;
}

/** What was tried: the rows, the keys of their cells, and what they would do. */
interface Tried {
  readonly rows: readonly EntryRow[];
  readonly keys: readonly string[];
  readonly effect: EntryEffect;
  /** Of saving just these rows. */
  readonly saveKey: string;
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
  const [saved, setSaved] = useState<EntrySaved | null>(null);
  const preview = useRef<HTMLDivElement>(null);
  const known = new Map(cells.map((cell) => [cell.key, cell]));
  const typed = Object.entries(drafts).flatMap(([key, draft]) => {
    const cell = known.get(key);
    return cell === undefined ? [] : [{ key, cell, draft }];
  });
  const ready = typed.flatMap(({ key, cell, draft }) => {
    const row = rowOf(cell, draft, period.id);
    return row === null ? [] : [{ key, row }];
  });
  const faults = typed.filter(({ cell, draft }) => draftFault(cell, draft) !== null).length;
  const check = useMutation({
    mutationFn: (rows: EntryRow[]) => source.entry.check({ feed, rows }),
    onSuccess: (effect, rows) => {
      setSaved(null);
      setTried({ rows, keys: ready.map(({ key }) => key), effect, saveKey: newKey() });
      requestAnimationFrame(() => preview.current?.focus());
    },
  });
  const isFresh = tried !== null && JSON.stringify(tried.rows) === JSON.stringify(ready.map(({ row }) => row));
  const nameOf = (row: number): string => cellName(known.get(tried?.keys[row] ?? ""), text);
  const onSaved = (outcome: EntrySaved): void => {
    setSaved(outcome);
    if (outcome.kind === "refused") {
      if (tried !== null) check.mutate([...tried.rows]);
      return;
    }
    const faulty = new Set(outcome.errors.map(({ row }) => row));
    store.drop((tried?.keys ?? []).filter((_, row) => !faulty.has(row)));
    setTried(null);
    refetch();
  };
  const errorsOf = errorsByCell(tried, isFresh);
  return (
    <>
      <EntryTools model={model} show={show} text={find} />
      <EntryGrid model={model} show={show} text={find} drafts={drafts} store={store} errorsOf={errorsOf} />
      <div className="fe-acts wide">
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
          <button type="button" className="btn" onClick={() => store.replace({})}>
            {t.clear}
          </button>
        ) : null}
        <ActFault error={check.error} />
      </div>
      {tried === null ? null : (
        <div ref={preview} tabIndex={-1} className="wide fe-preview">
          <EffectSheet effect={tried.effect} nameOf={nameOf}>
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
        <SavedSheet key={saved.kind === "stored" ? saved.receipt.id : "no"} feed={feed} saved={saved} />
      )}
      <LeaveGuard count={typed.length} />
    </>
  );
}

/** The faults of the last try, beside their cells; once something was changed they may be wrong. */
function errorsByCell(tried: Tried | null, isFresh: boolean): ReadonlyMap<string, { vi: string; en: string }> {
  const errors = new Map<string, { vi: string; en: string }>();
  if (tried === null || !isFresh) return errors;
  for (const { row, detailVi: vi, detail: en } of tried.effect.errors) {
    const key = tried.keys[row];
    if (key !== undefined && !errors.has(key)) errors.set(key, { vi, en });
  }
  return errors;
}

function cellName(cell: EntryCell | undefined, text: (it: { vi: string; en: string }) => string): string {
  if (cell === undefined) return "";
  const { indicatorName, areaName, breakdownLabel } = cell;
  return [indicatorName, breakdownLabel, areaName].flatMap((it) => (it === null ? [] : text(it))).join(" · ");
}
