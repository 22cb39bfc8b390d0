import type { Receipt, RowError } from "@bochiso/shared/submission";
import { rowsRefusedMembers } from "../rows-refused.ts";
import { type Noticed, warningsMember } from "./submission-warnings.ts";

/** An answer as it is stored and sent, also when the same request comes again. */
export interface StoredAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** What is told beside the receipt. */
interface Beside extends Noticed {
  /** Its rows count once a named person approved them. */
  readonly isHeld: boolean;
}

/** The answer to a submission of which rows were stored: 201, or 422 with the receipt where others were refused. */
export function acceptedAnswer(
  receipt: Receipt,
  errors: readonly RowError[],
  errorCount: number,
  { isHeld, ...noticed }: Beside,
): StoredAnswer {
  const further = { ...(isHeld ? { signOff: "required" } : {}), ...warningsMember(noticed) };
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

function encode(answer: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(answer));
}
