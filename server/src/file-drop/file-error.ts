import { DomainError } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";

/** A file that is not what its name says, or that nobody could read. */
export function fileUnreadable(text: Text): DomainError {
  return new DomainError("file-unreadable", {}, text);
}

/** A file beyond one of the limits; `limit` names it. */
export function fileTooLarge(limit: string, most: number, text: Text): DomainError {
  return new DomainError("file-too-large", { limit, most }, text);
}
