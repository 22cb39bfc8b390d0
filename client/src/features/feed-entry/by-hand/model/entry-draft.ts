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
export type DraftFault = "ambiguous" | "refused" | "out-of-range" | "value-and-absence" | "value-missing";

export function draftFault(cell: Pick<EntryCell, "unit" | "limits">, draft: EntryDraft): DraftFault | null {
  if (isEmptyDraft(draft)) return null;
  const entered = readDraft(cell, draft);
  if (entered.kind === "ambiguous" || entered.kind === "refused") return entered.kind;
  if (entered.kind === "empty") return ABSENT.has(draft.status) ? null : "value-missing";
  if (ABSENT.has(draft.status)) return "value-and-absence";
  return isWithin(Number(entered.reading.text), cell.limits) ? null : "out-of-range";
}

function isWithin(value: number, { min, max, minExclusive }: EntryCell["limits"]): boolean {
  if (max !== null && value > max) return false;
  return min === null || (minExclusive ? value > min : value >= min);
}

/** Whether a final figure would change without the reason that has to be given for it. */
export function isReasonMissing(cell: Pick<EntryCell, "unit" | "current">, draft: EntryDraft): boolean {
  const { current } = cell;
  if (current?.status !== "A" || draft.note.trim() !== "") return false;
  const entered = readDraft(cell, draft);
  if (entered.kind !== "number") return entered.kind === "empty" && ABSENT.has(draft.status);
  return current.value === null || Number(current.value) !== Number(entered.reading.text);
}

/** Whether a part of something that is counted one by one was entered. */
export function isFractionOfCount(cell: Pick<EntryCell, "unit" | "isCount">, draft: EntryDraft): boolean {
  const entered = readDraft(cell, draft);
  return cell.isCount && entered.kind === "number" && !Number.isInteger(Number(entered.reading.text));
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
