import { z } from "zod";
import { Approver } from "../feed/approver.ts";
import type { PeriodLabel } from "../screen/card.ts";
import type { Text } from "../text/text.ts";

const Reason = z.string().trim().min(3).max(1_000);

/** Which locks: those of an indicator, or every one. */
export const PeriodLocksInput = z.object({ indicator: z.string().min(1).max(200).optional() });
export type PeriodLocksInput = z.infer<typeof PeriodLocksInput>;

/** Indicators locked at once at most. */
export const MOST_LOCKED = 1_000;

/** A period to be locked of some indicators: pushed actual values wholly within it are refused until their lock is lifted. */
export const LockPeriodInput = z.object({
  indicators: z.array(z.string().min(1).max(200)).min(1).max(MOST_LOCKED),
  /** An area code, or `*`: every area. */
  area: z.string().min(1).max(40),
  /** A period id of any type; `2026` locks its months and quarters too. */
  period: z.string().min(1).max(40),
  reason: Reason,
  by: Approver,
});
export type LockPeriodInput = z.infer<typeof LockPeriodInput>;

/** A lock to be lifted, and why. */
export const LiftLockInput = z.object({ id: z.string().min(1).max(80), reason: Reason, by: Approver });
export type LiftLockInput = z.infer<typeof LiftLockInput>;

/** A lock as screens list it. People are as stated on the form. */
export interface PeriodLockLine {
  readonly id: string;
  readonly indicator: string;
  readonly indicatorName: Text;
  /** Null: every area. */
  readonly areaName: Text | null;
  /** Null where the days make no whole period. */
  readonly period: PeriodLabel | null;
  /** ISO days, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
  readonly lockedBy: string;
  /** ISO instant. */
  readonly lockedAt: string;
  /** Null while it is in force. */
  readonly lifted: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

/** Locks in force, newest first; then the lifted ones. */
export interface PeriodLocksModel {
  readonly inForce: PeriodLockLine[];
  readonly lifted: PeriodLockLine[];
}
