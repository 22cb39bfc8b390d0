import type { EndedPullRun, PullSource, Turn } from "@bochiso/db/repositories/pulls";
import type { PullConfig } from "@bochiso/shared/pull";

/** A source as it shall be, and who says so. */
export interface PutPullCommand {
  config: PullConfig;
  enabled: boolean;
  at: string;
  actor: string;
}

/** A source to be asked by its schedule from now on, or no more. */
export interface SwitchPullCommand {
  source: string;
  enabled: boolean;
  reason: string;
  at: string;
  actor: string;
}

/** A source to be asked out of turn. */
export interface AskPullCommand {
  source: string;
  at: string;
  actor: string;
}

/** A source that a process means to ask now. */
export interface TakePullCommand {
  source: string;
  run: string;
  turn: Turn;
}

/** The source as it stood when the run took it; null where it is not due, or another run has it. */
export type TakenPull = PullSource | null;

/** What is remembered of an answer that was taken. */
export type PullMemory = Pick<PullSource, "etag" | "lastModified" | "lastKey" | "lastDigest" | "lastRefused">;

/** How a run ended. */
export interface EndPullCommand {
  source: string;
  run: string;
  /** Of the configuration it ran with. */
  version: number;
  at: string;
  end: Omit<EndedPullRun, "endedAt" | "nextAt">;
  /** Null: what was remembered stays. */
  memory: PullMemory | null;
  /** Seconds the source asked to be left alone for; null: it did not. */
  retryAfter: number | null;
  /** From 0 to 1, for the jitter of the next attempt. */
  chance: number;
}

/** The commands of pulled sources. */
export type PullWriterCommands = {
  "put-pull-source": { input: PutPullCommand; output: { version: number } };
  "switch-pull-source": { input: SwitchPullCommand; output: { enabled: boolean } };
  "ask-pull": { input: AskPullCommand; output: { source: string } };
  "take-pull": { input: TakePullCommand; output: TakenPull };
  "end-pull": { input: EndPullCommand; output: { nextAt: string | null } };
};
