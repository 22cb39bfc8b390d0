import type { ReadTx } from "../../unit-of-work.ts";

/** A flag as stored: one rule broken by one cell, whatever became of it. */
export type StoredFlag = Readonly<ReadTx["schema"]["qualityFlag"]["$inferSelect"]>;
/** A flag to store; the database gives new ones their id. */
export type FlagContent = Omit<StoredFlag, "id">;

/** What a flag says, without its id: the database knows it by rule and cell. */
export function contentOfFlag(stored: StoredFlag): FlagContent {
  const { id: _, ...content } = stored;
  return content;
}

/** A step in the life of a flag. */
export type StoredFlagEvent = Readonly<ReadTx["schema"]["qualityFlagEvent"]["$inferSelect"]>;

/** What names a flag: its rule and its cell. */
export type FlagKey = Pick<StoredFlag, "rule" | "indicator" | "area" | "breakdownKey" | "ordinal">;

/** Text of a flag's key, for maps. */
export function flagKeyText({ rule, indicator, area, breakdownKey, ordinal }: FlagKey): string {
  return `${rule}|${indicator}|${area}|${breakdownKey}|${ordinal}`;
}

/** Periods `from` to `to` (ordinals, inclusive) of a series as flags name it. */
export interface FlagRange {
  readonly indicator: string;
  readonly area: string;
  readonly breakdownKey: string;
  readonly from: number;
  readonly to: number;
}
