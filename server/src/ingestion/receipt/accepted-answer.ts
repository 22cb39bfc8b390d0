import type { Receipt, RowError } from "@bochiso/shared/submission";
import type { SubmissionWarning } from "@bochiso/shared/wire";
import { rowsRefusedMembers } from "../rows-refused.ts";

/** An answer as it is stored and sent, also when the same request comes again. */
export interface StoredAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Rows named in a warning. */
const NAMED = 20;

/**
 * The answer to a submission of which rows were stored: 201, or 422 with the receipt where others were refused. `signOff`
 * says that they count once a named person approved them, `warnings` that some replaced what was received after them.
 */
export function acceptedAnswer(
  receipt: Receipt,
  errors: readonly RowError[],
  errorCount: number,
  { isHeld, newerReplaced }: { readonly isHeld: boolean; readonly newerReplaced: readonly number[] },
): StoredAnswer {
  const further = { ...(isHeld ? { signOff: "required" } : {}), ...warningsOf(newerReplaced) };
  if (errorCount === 0) {
    const body = encode({ receipt, errors: [], errorCount: 0, ...further });
    return { status: 201, contentType: "application/json; charset=utf-8", body };
  }
  const { received, rejected } = receipt.counts;
  const problem = rowsRefusedMembers(errors, errorCount, {
    vi: `Có ${errorCount} lỗi; từ chối ${rejected}/${received} dòng, các dòng còn lại đã lưu.`,
    en: `${errorCount} fault(s) found; ${rejected} of ${received} rows were refused, the others are stored.`,
  });
  const body = encode({ ...problem, instance: `/api/v1/submissions/${receipt.id}`, receipt, ...further });
  return { status: 422, contentType: "application/problem+json; charset=utf-8", body };
}

function warningsOf(rows: readonly number[]): { readonly warnings?: readonly SubmissionWarning[] } {
  if (rows.length === 0) return {};
  const warning: SubmissionWarning = {
    code: "newer-value-replaced",
    count: rows.length,
    rows: rows.slice(0, NAMED),
    detail: `${rows.length} row(s) replaced values that were received after this submission and stored before it. If those are right, send them again.`,
    detailVi: `${rows.length} dòng đã thay số liệu nhận sau lượt này nhưng được lưu trước. Nếu số nhận sau mới đúng, hãy gửi lại số đó.`,
  };
  return { warnings: [warning] };
}

function encode(answer: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(answer));
}
