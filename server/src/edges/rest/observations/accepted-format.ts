import { DomainError } from "@bochiso/shared/errors";
import type { Request } from "express";

/** Formats of answers, the preferred one first. */
export const ANSWER_FORMATS = ["application/json", "text/csv", "application/vnd.sdmx.data+csv;version=2.0.0"] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** The format by `Accept`; JSON where the sender does not mind. Throws `not-acceptable`. */
export function acceptedFormat(request: Request): AnswerFormat {
  const accepted = request.accepts([...ANSWER_FORMATS]);
  const format = ANSWER_FORMATS.find((it) => it === accepted);
  if (format !== undefined) return format;
  const expected = ANSWER_FORMATS.join(", ");
  throw new DomainError(
    "not-acceptable",
    { expected },
    { vi: `Chỉ trả lời ở dạng ${expected}.`, en: `Answers are ${expected}.` },
  );
}
