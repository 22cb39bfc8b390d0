import { breakdownKey } from "@bochiso/shared/breakdown";
import { singleGoal } from "@bochiso/shared/card";
import type { SeriesAddress } from "@bochiso/shared/formula";
import type { Period } from "@bochiso/shared/period";
import { type Target, targetPeriod } from "@bochiso/shared/target";
import type { CellBook } from "../../compute/cell-book.ts";
import type { WrittenContent } from "../../ingestion/resolve-targets.ts";
import type { Fault } from "./check-target.ts";
import type { TargetChange } from "./plan-entries.ts";

/** A target's cell: the one that formulas read as `x:target` or `x:plan`. */
export interface TargetCell {
  readonly address: SeriesAddress;
  readonly period: Period;
}

/** Where a target materialises: its scenario at the period of its deadline. */
export function targetCell({ indicator, area, breakdown, scenario, by }: Target): TargetCell {
  return { address: { indicator, area, breakdown: breakdownKey(breakdown), scenario }, period: targetPeriod(by) };
}

/**
 * What a change writes into its cell: the number of the goal; nothing for a range with two bounds, which names no number, and
 * a retraction where a number stood before. Null where the cell stays as it is.
 */
export function cellContent(change: TargetChange, book: CellBook): WrittenContent | null {
  const { target, retired, reason } = change;
  const goal = retired ? null : singleGoal(target.goal);
  const { address, period } = targetCell(target);
  const stored = book.at(address, period, "reported")?.observation ?? null;
  const stands = stored !== null && stored.retracted === 0;
  if (goal === null) return stands ? { retracted: 1, missingReason: "retracted", note: reason } : null;
  const note = noteOf(change);
  if (stands && Object.is(stored.value, goal + 0) && stored.note === note) return null;
  return { value: goal, valueText: plainDecimal(goal), status: "A", note };
}

/** The document that assigns it, and why it was corrected: what an explanation of the cell tells, since nobody sent it. */
function noteOf({ target: { legalBasis }, reason }: TargetChange): string {
  return [legalBasis.number, legalBasis.clause, reason].filter((part) => part !== null).join("; ");
}

/** A cell has one source: what a feed sent for the cell of a new target must be taken back first. */
export function sentByFeed({ target, before, retired }: TargetChange, book: CellBook): Fault | null {
  if (retired || (before !== null && !before.retired)) return null;
  const { address, period } = targetCell(target);
  const stored = book.at(address, period, "reported")?.observation ?? null;
  if (stored === null || stored.retracted === 1) return null;
  const got = `${address.indicator}:${address.scenario}`;
  return { field: null, code: "target-in-feed", got, expected: stored.valueText ?? stored.status ?? "" };
}

/** The number as written; numbers too large or small to be written plainly have no text. */
function plainDecimal(value: number): string | null {
  const text = String(value);
  return /e/i.test(text) ? null : text;
}
