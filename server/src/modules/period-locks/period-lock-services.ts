import type { LiftLockInput, LockPeriodInput, PeriodLocksInput, PeriodLocksModel } from "@bochiso/shared/steward";

/**
 * What the screens of locks call. Shapes: `shared/src/steward/period-lock.ts`.
 *
 * `lock` and `lift` name who acts (`by`: name and position as stated). Errors are `DomainError`s with a text in both
 * languages: `lock-malformed` (of indicator, area or period), `lock-double` (frozen already). `lifted` is false where
 * somebody else had lifted it before.
 */
export interface PeriodLockServices {
  list(input: PeriodLocksInput): Promise<PeriodLocksModel>;
  lock(input: LockPeriodInput): Promise<{ ids: string[] }>;
  lift(input: LiftLockInput): Promise<{ lifted: boolean }>;
}
