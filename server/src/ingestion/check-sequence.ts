import type { Feed } from "@bochiso/db/repositories/feeds";
import { gapBefore, submissionBySequence } from "@bochiso/db/repositories/submissions";
import type { WriteTx } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import type { IngestInput, IngestOutput } from "../writer/commands.ts";
import type { Envelope } from "./decode/decoded-body.ts";
import { replayOf } from "./find-stored-outcome.ts";

/**
 * The first receipt where the same number and content came under another key. Throws `sequence-conflict` for other
 * content, and `sequence-gap` where the feed refuses gaps; otherwise the gap is recorded with the submission.
 */
export async function checkSequence(
  tx: WriteTx,
  feed: Feed,
  { sequence }: Envelope,
  input: IngestInput,
): Promise<IngestOutput | null> {
  if (sequence === null) return null;
  const first = await submissionBySequence(tx, feed.code, sequence);
  if (first !== null) {
    if (first.requestSha256 === input.requestSha256) return replayOf(first);
    throw conflict(sequence, first.id);
  }
  if (feed.gapPolicy === "refuse") {
    const gap = await gapBefore(tx, feed.code, sequence);
    if (gap !== null) throw gapRefused(sequence, gap);
  }
  return null;
}

function conflict(sequence: number, submission: string): DomainError {
  return new DomainError(
    "sequence-conflict",
    { sequence, submission },
    {
      vi: `Số thứ tự ${sequence} đã dùng cho một nội dung khác.`,
      en: `The sequence number ${sequence} was used for other content.`,
    },
  );
}

function gapRefused(sequence: number, gap: { first: number; last: number }): DomainError {
  return new DomainError(
    "sequence-gap",
    { sequence, missingFrom: gap.first, missingTo: gap.last },
    {
      vi: `Thiếu các lượt gửi từ ${gap.first} đến ${gap.last} trước lượt ${sequence}.`,
      en: `The submissions ${gap.first} to ${gap.last} before ${sequence} are missing.`,
    },
  );
}
