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

/** The body of a submission of the contract; it depends on nothing but what was handed in: made again, it is the same. */
export function entryBody({ feed, rows, document }: Pick<HandedIn, "feed" | "rows" | "document">): Uint8Array {
  const source = document === null ? {} : { source: { document } };
  return new TextEncoder().encode(JSON.stringify({ feed, ...source, observations: rows }));
}

/** A submission of the contract made from rows. */
export function entrySubmission({ rows, document, ...handedIn }: HandedIn): IngestInput {
  return submissionOf({ ...handedIn, body: entryBody({ feed: handedIn.feed, rows, document }) });
}

/** A submission of the contract around its body. */
export function submissionOf({
  feed,
  body,
  idempotencyKey,
  actor,
  at,
}: Omit<HandedIn, "rows" | "document"> & { readonly body: Uint8Array }): IngestInput {
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
