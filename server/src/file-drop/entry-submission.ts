import { createHash } from "node:crypto";
import type { EntryRow } from "@bochiso/shared/entry";
import type { IngestInput } from "../writer/commands.ts";

/** Rows that somebody or something hands in without speaking the contract. */
export interface HandedIn {
  readonly feed: string;
  readonly rows: readonly EntryRow[];
  /** The same key and rows again store nothing twice. */
  readonly idempotencyKey: string;
  /** The document they are taken from. */
  readonly document: string | null;
  /** Who acts, for the audit. */
  readonly actor: string;
  /** ISO instant. */
  readonly at: string;
}

const MEDIA_TYPE = "application/json";

/**
 * A submission of the contract made from rows. Its body depends on nothing but what was handed in: sent again, it is the
 * same request.
 */
export function entrySubmission({ feed, rows, idempotencyKey, document, actor, at }: HandedIn): IngestInput {
  const source = document === null ? {} : { source: { document } };
  const body = new TextEncoder().encode(JSON.stringify({ feed, ...source, observations: rows }));
  const contentSha256 = createHash("sha256").update(body).digest("hex");
  return {
    feed,
    idempotencyKey,
    mediaType: MEDIA_TYPE,
    body,
    contentSha256,
    requestSha256: createHash("sha256").update(`${contentSha256}\n${MEDIA_TYPE}\n`).digest("hex"),
    receivedAt: at,
    recordedAt: null,
    actor,
  };
}
