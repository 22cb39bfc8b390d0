import type { DomainError, ErrorFacts } from "@bochiso/shared/errors";
import type { RowError } from "@bochiso/shared/submission";
import { rowsRefusedMembers } from "../../ingestion/rows-refused.ts";
import { type ProblemCode, problemOf } from "./problems.ts";

/** `application/problem+json` (RFC 9457) with our members beside the standard ones. */
export interface ProblemBody extends ErrorFacts {
  type: string;
  title: string;
  titleVi: string;
  status: number;
  code: ProblemCode;
  detail: string;
  detailVi: string;
  /** The request id, as in the log. */
  instance: string;
}

/** The body of a problem; the facts of the error become members of it. */
export function problemBody(code: ProblemCode, error: DomainError, instance: string): ProblemBody {
  const { status, title } = problemOf(code);
  return {
    ...error.facts,
    type: `urn:bochiso:problem:${code}`,
    title: title.en,
    titleVi: title.vi,
    status,
    code,
    detail: error.text.en,
    detailVi: error.text.vi,
    instance: `urn:uuid:${instance}`,
  };
}

/** The problem that lists refused rows of a submission of which nothing was stored. */
export function rowsRefusedBody(errors: readonly RowError[], errorCount: number, instance: string): object {
  const members = rowsRefusedMembers(errors, errorCount, {
    vi: `Có ${errorCount} lỗi; chưa lưu dòng nào.`,
    en: `${errorCount} fault(s) found; nothing was stored.`,
  });
  return { ...members, instance: `urn:uuid:${instance}` };
}
