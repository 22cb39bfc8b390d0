import { createStore, type StoreApi } from "zustand/vanilla";
import { type EntryDraft, isEmptyDraft, NO_DRAFT } from "./entry-draft.ts";

/** Drafts of one grid, by the key of the cell. */
export interface DraftState {
  readonly drafts: Readonly<Record<string, EntryDraft>>;
}

export interface DraftStore extends StoreApi<DraftState> {
  change(key: string, change: Partial<EntryDraft>): void;
  replace(drafts: Readonly<Record<string, EntryDraft>>): void;
  /** Those that were saved. */
  drop(keys: readonly string[]): void;
}

const stores = new Map<string, DraftStore>();

/**
 * The drafts of a feed and period. They stay while the tab is open, through every error, reload and change of page; closing
 * the tab ends them: figures that are not published must not lie on a shared computer.
 */
export function draftStore(feed: string, period: string): DraftStore {
  const name = `bochiso.entry.${feed}.${period}`;
  const known = stores.get(name);
  if (known !== undefined) return known;
  const store = createStore<DraftState>(() => ({ drafts: kept(name) }));
  store.subscribe(({ drafts }) => keep(name, drafts));
  const set = (drafts: Readonly<Record<string, EntryDraft>>): void =>
    store.setState({ drafts: Object.fromEntries(Object.entries(drafts).filter(([, draft]) => !isEmptyDraft(draft))) });
  const made: DraftStore = {
    ...store,
    change: (key, change) => {
      const { drafts } = store.getState();
      set({ ...drafts, [key]: { ...(drafts[key] ?? NO_DRAFT), ...change } });
    },
    replace: set,
    drop: (keys) => {
      const gone = new Set(keys);
      set(Object.fromEntries(Object.entries(store.getState().drafts).filter(([key]) => !gone.has(key))));
    },
  };
  stores.set(name, made);
  return made;
}

function kept(name: string): Record<string, EntryDraft> {
  try {
    const parsed: unknown = JSON.parse(sessionStorage.getItem(name) ?? "{}");
    if (typeof parsed !== "object" || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).flatMap(([key, draft]) => (isDraft(draft) ? [[key, draft]] : [])));
  } catch {
    return {};
  }
}

/** A browser without storage keeps them in memory alone. */
function keep(name: string, drafts: Readonly<Record<string, EntryDraft>>): void {
  try {
    if (Object.keys(drafts).length === 0) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(drafts));
  } catch {
    return;
  }
}

function isDraft(given: unknown): given is EntryDraft {
  if (typeof given !== "object" || given === null) return false;
  const text = (name: string): boolean => typeof Reflect.get(given, name) === "string";
  const chosen: unknown = Reflect.get(given, "chosen");
  return text("typed") && text("status") && text("note") && (chosen === null || typeof chosen === "string");
}
