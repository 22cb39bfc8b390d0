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

/** What is told beside the receipt. */
interface Beside {
  /** Its rows count once a named person approved them. */
  readonly isHeld: boolean;
  /** Rows that replaced values which were received after them. */
  readonly newerReplaced: readonly number[];
  /** Sequence numbers that were skipped before it. */
  readonly gap: { readonly first: number; readonly last: number } | null;
}

/** The answer to a submission of which rows were stored: 201, or 422 with the receipt where others were refused. */
export function acceptedAnswer(
  receipt: Receipt,
  errors: readonly RowError[],
  errorCount: number,
  { isHeld, newerReplaced, gap }: Beside,
): StoredAnswer {
  const warnings = [...replacedWarning(newerReplaced), ...gapWarning(gap)];
  const further = { ...(isHeld ? { signOff: "required" } : {}), ...(warnings.length > 0 ? { warnings } : {}) };
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

function replacedWarning(rows: readonly number[]): SubmissionWarning[] {
  if (rows.length === 0) return [];
  return [
    {
      code: "newer-value-replaced",
      count: rows.length,
      rows: rows.slice(0, NAMED),
      detail: `${rows.length} row(s) replaced values that were received after this submission and stored before it. If those are right, send them again.`,
      detailVi: `${rows.length} dòng đã thay số liệu nhận sau lượt này nhưng được lưu trước. Nếu số nhận sau mới đúng, hãy gửi lại số đó.`,
    },
  ];
}

function gapWarning(gap: Beside["gap"]): SubmissionWarning[] {
  if (gap === null) return [];
  const { first, last } = gap;
  const numbers = first === last ? `${first}` : `${first}–${last}`;
  return [
    {
      code: "sequence-gap",
      first,
      last,
      detail: `Sequence ${numbers} never arrived. Send what is missing under its own number.`,
      detailVi: `Chưa nhận được lượt số ${numbers}. Hãy gửi phần còn thiếu với đúng số thứ tự của nó.`,
    },
  ];
}

function encode(answer: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(answer));
}
