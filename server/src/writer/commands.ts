import type { ReplayBatch } from "@bochiso/seed/replay";
import type { RowError } from "@bochiso/shared/submission";

/** A submission as the edge received it: authenticated, inflated, hashed, not yet looked into. */
export interface IngestInput {
  /** Feed of the key that was shown. */
  feed: string;
  idempotencyKey: string;
  /** Essence and parameters of the media type, lower case. */
  mediaType: string;
  body: Uint8Array;
  /** SHA-256 of the body, lower-case hex. */
  contentSha256: string;
  /** SHA-256 over body, media type and query: what makes two requests the same. */
  requestSha256: string;
  /** ISO instant of receiving. */
  receivedAt: string;
  /** Moment to record it under, which only a replay of the past gives (ISO instant); null is the moment of the commit. */
  recordedAt: string | null;
  /** Who acts, for the audit: `key:<id>` or `seed`. */
  actor: string;
}

/** The answer to a submission: bytes to send as they are, or what is wrong with its rows. */
export type IngestOutput =
  | { kind: "stored"; submission: string; status: number; contentType: string; body: Uint8Array; replayed: boolean }
  | { kind: "rows-refused"; errors: RowError[]; errorCount: number };

/** A key to be made; the secret itself never comes here. */
export interface CreateKeyInput {
  id: string;
  kind: "feed" | "reader";
  feed: string | null;
  label: string;
  secretHash: string;
  at: string;
  actor: string;
}

/** Everything that writes: name → what goes in and comes out. All of it can be cloned between threads. */
export type WriterCommands = {
  "ingest-submission": { input: IngestInput; output: IngestOutput };
  "replay-batches": { input: { batches: readonly ReplayBatch[] }; output: ReplayTally };
  "seed-catalogue": { input: { demo: "1" | "real" | "0"; at: string; loadedAt: string }; output: { changed: boolean } };
  "finish-seeding": { input: { loadedAt: string; completed: string }; output: { completed: string } };
  "create-key": { input: CreateKeyInput; output: { created: true } };
  "record-heartbeat": {
    input: { feed: string; at: string; details: Readonly<Record<string, string>> };
    output: { at: string };
  };
};

/** What a run of replayed batches did. */
export interface ReplayTally {
  batches: number;
  /** Batches that were stored before. */
  replayed: number;
  rows: number;
  /** Keys of batches stored before with other content; what is stored stays. */
  differing: string[];
}
