import type { RowError } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";

/** A refused request as an edge tells it. */
export interface RefusedRequest {
  readonly feed: string;
  readonly keyId: string | null;
  /** Who entered the values or chose the file, as stated; null: a system sent them. */
  readonly person: string | null;
  readonly code: string;
  /** What makes two refusals the same, such as the digest of the content; null: the code alone. */
  readonly content: string | null;
  readonly idempotencyKey: string | null;
  /** Its number (`X-Request-Id`), which its sender was told; null: none was told. */
  readonly requestId: string | null;
  readonly text: Text;
  /** Faults of rows, the first of them. */
  readonly errors: readonly RowError[];
  readonly errorCount: number;
  readonly at: string;
}

/** What was noted since the last time it was taken. */
export interface TakenNotes {
  readonly uses: readonly { readonly id: string; readonly at: string }[];
  readonly refusals: readonly (RefusedRequest & { readonly times: number })[];
}

/**
 * What is noted of feeds without a write of its own: when a key was used, what was refused. A job writes it every second;
 * a process that is killed loses that second of notes, never a figure.
 */
export interface FeedNotes {
  /** `noted`: what stands in the database (ISO instant). */
  keyUsed(id: string, noted: string | null, now: Date): void;
  refused(request: RefusedRequest): void;
  /** Takes what there is to be written. */
  take(): TakenNotes;
}

/** A key's use is noted to ten minutes: one write a key in that time at most. */
const USE_STEP_MS = 600_000;
/** Different refusals held between two writes: more say nothing new. */
const MAX_REFUSALS = 200;
const MAX_USES = 10_000;

export function createFeedNotes(): FeedNotes {
  let uses = new Map<string, string>();
  let written = new Map<string, string>();
  let refusals = new Map<string, RefusedRequest & { times: number }>();
  return {
    keyUsed(id, noted, now) {
      const at = new Date(Math.floor(now.getTime() / USE_STEP_MS) * USE_STEP_MS).toISOString();
      if (noted === at || written.get(id) === at) return;
      if (uses.size < MAX_USES) uses.set(id, at);
    },
    refused(request) {
      const key = `${request.feed}\n${request.code}\n${request.content ?? ""}`;
      const known = refusals.get(key);
      if (known === undefined && refusals.size >= MAX_REFUSALS) return;
      refusals.set(key, { ...request, times: (known?.times ?? 0) + 1 });
    },
    take() {
      const taken = { uses: [...uses].map(([id, at]) => ({ id, at })), refusals: [...refusals.values()] };
      // Snapshots of readers may be a moment behind: what was written is not noted again.
      written = uses;
      uses = new Map();
      refusals = new Map();
      return taken;
    },
  };
}
