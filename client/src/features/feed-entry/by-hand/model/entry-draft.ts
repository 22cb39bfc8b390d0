import { type EnteredValue, type EntryCell, type EntryRow, readEntered } from "@bochiso/shared/entry";

/** What was typed for a cell and is not saved yet. */
export interface EntryDraft {
  readonly typed: string;
  /** Of two meanings of what was typed, the one that was chosen; as exact decimal text. */
  readonly chosen: string | null;
  /** Empty: chính thức (A), unless the stored value has another. */
  readonly status: string;
  readonly note: string;
}

export const NO_DRAFT: EntryDraft = { typed: "", chosen: null, status: "", note: "" };

/** Statuses that say why there is no value. */
const ABSENT: ReadonlySet<string> = new Set(["M", "O", "L"]);

/** Whether there is nothing to lose. */
export function isEmptyDraft({ typed, status, note }: EntryDraft): boolean {
  return typed.trim() === "" && status === "" && note.trim() === "";
}

/** What a draft stands for; a choice between two meanings settles it. */
export function readDraft(cell: Pick<EntryCell, "unit">, { typed, chosen }: EntryDraft): EnteredValue {
  const entered = readEntered(typed, cell.unit);
  if (entered.kind !== "ambiguous" || chosen === null) return entered;
  const reading = entered.readings.find(({ text }) => text === chosen);
  return reading === undefined ? entered : { kind: "number", reading };
}

/** Why a draft cannot be previewed yet. */
export type DraftFault = "ambiguous" | "refused" | "value-and-absence" | "value-missing";

export function draftFault(cell: Pick<EntryCell, "unit">, draft: EntryDraft): DraftFault | null {
  if (isEmptyDraft(draft)) return null;
  const { kind } = readDraft(cell, draft);
  if (kind === "ambiguous" || kind === "refused") return kind;
  if (kind === "empty") return ABSENT.has(draft.status) ? null : "value-missing";
  return ABSENT.has(draft.status) ? "value-and-absence" : null;
}

/** The row that a draft stands for; null where there is nothing to send or a fault. */
export function rowOf(cell: EntryCell, draft: EntryDraft, period: string): EntryRow | null {
  if (isEmptyDraft(draft) || draftFault(cell, draft) !== null) return null;
  const { indicator, area, breakdown } = cell;
  const entered = readDraft(cell, draft);
  const note = draft.note.trim();
  return {
    indicator,
    area,
    period,
    value: entered.kind === "number" ? entered.reading.text : null,
    ...(Object.keys(breakdown).length > 0 ? { breakdown: { ...breakdown } } : {}),
    ...(draft.status === "" ? {} : { status: draft.status }),
    ...(note === "" ? {} : { note }),
  };
}
