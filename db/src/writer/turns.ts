/**
 * How long work lets short work go first. Both are cheap enough to be asked after every few rows. Where several commands run
 * beside each other anyway, nobody waits, and giving way lets the process answer what else came in.
 */
export interface Turns {
  /** Whether a command of high priority waits for this one. */
  othersWait(): boolean;
  /** Lets them run to their end. Never inside a write: they could not write. */
  giveWay(): Promise<void>;
}

/** Turns of a process in which commands run beside each other. */
export const sideBySide: Turns = {
  othersWait: () => false,
  giveWay: () => new Promise((resolve) => setImmediate(resolve)),
};
