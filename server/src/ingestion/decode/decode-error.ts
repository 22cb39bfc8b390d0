import { DomainError } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";

/** The body is not what its media type promises; nothing of it was looked at further. */
export function bodyMalformed(text: Text, facts: { pointer?: string; at?: number; line?: number } = {}): DomainError {
  return new DomainError("body-malformed", facts, text);
}

/** A published limit is exceeded; `limit` names it as in `GET /api/v1/limits`. */
export function tooLarge(limit: string, max: number): DomainError {
  return new DomainError(
    "too-large",
    { limit, max },
    {
      vi: `Vượt giới hạn ${limit} = ${max}.`,
      en: `The limit ${limit} = ${max} is exceeded.`,
    },
  );
}
