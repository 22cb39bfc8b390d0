import type { HeldSubmission } from "@bochiso/db/repositories/feeds";
import { DomainError } from "@bochiso/shared/errors";

/** There is no such submission, or none that was ever held. */
export function submissionUnknown(submission: string): DomainError {
  return new DomainError(
    "submission-unknown",
    { submission },
    {
      vi: "Không có lượt gửi này trong số các lượt chờ duyệt.",
      en: "There is no such submission among those held for sign-off.",
    },
  );
}

export function alreadyDecided({ submission, state, decidedBy, decidedAt }: HeldSubmission): DomainError {
  const who = decidedBy === null ? "?" : decidedBy.name;
  const what = state === "approved" ? { vi: "đã được duyệt", en: "approved" } : { vi: "đã bị trả lại", en: "returned" };
  return new DomainError(
    "already-decided",
    { submission, state, by: who, at: decidedAt },
    {
      vi: `Lượt gửi này ${what.vi} bởi ${who} lúc ${decidedAt ?? "?"}.`,
      en: `This submission was ${what.en} by ${who} at ${decidedAt ?? "?"}.`,
    },
  );
}

export function approverIsSender(name: string): DomainError {
  return new DomainError(
    "approver-is-sender",
    { name },
    {
      vi: `Người duyệt phải khác người gửi: "${name}" là người giữ khóa hoặc người đã gửi lượt này.`,
      en: `Who approves must be another than who sent: "${name}" holds the key or sent this submission.`,
    },
  );
}
