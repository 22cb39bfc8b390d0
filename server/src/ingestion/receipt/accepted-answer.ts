import type { Receipt, RowError } from "@bochiso/shared/submission";
import { rowsRefusedMembers } from "../rows-refused.ts";

/** An answer as it is stored and sent, also when the same request comes again. */
export interface StoredAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/**
 * The answer to a submission of which rows were stored: 201, or 422 with the receipt where others were refused. `signOff`
 * says that they count once a named person approved them.
 */
export function acceptedAnswer(
  receipt: Receipt,
  errors: readonly RowError[],
  errorCount: number,
  isHeld: boolean,
): StoredAnswer {
  const signOff = isHeld ? { signOff: "required" } : {};
  if (errorCount === 0) {
    const body = encode({ receipt, errors: [], errorCount: 0, ...signOff });
    return { status: 201, contentType: "application/json; charset=utf-8", body };
  }
  const { received, rejected } = receipt.counts;
  const problem = rowsRefusedMembers(errors, errorCount, {
    vi: `Có ${errorCount} lỗi; từ chối ${rejected}/${received} dòng, các dòng còn lại đã lưu.`,
    en: `${errorCount} fault(s) found; ${rejected} of ${received} rows were refused, the others are stored.`,
  });
  const body = encode({ ...problem, instance: `/api/v1/submissions/${receipt.id}`, receipt, ...signOff });
  return { status: 422, contentType: "application/problem+json; charset=utf-8", body };
}

function encode(answer: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(answer));
}
