import { noteKeyUses, noteRefusals, type Refusal } from "@bochiso/db/repositories/feeds";
import type { Store } from "@bochiso/db/store";
import { hashSecret } from "../auth/api-key.ts";
import type { RefusedRequest, TakenNotes } from "./feed-notes.ts";

/** Refusals kept of a feed, and errors of one. */
const KEPT = { refusals: 200, errors: 20 };

/** Writes what was noted. It is no figure: it takes no commit number and makes no history. */
export async function writeFeedNotes(
  deps: { store: Store },
  { uses, refusals }: TakenNotes,
): Promise<{ written: number }> {
  await deps.store.write(async (tx) => {
    await noteKeyUses(tx, uses);
    await noteRefusals(tx, refusals.map(asStored), KEPT.refusals);
  });
  return { written: uses.length + refusals.length };
}

function asStored(request: RefusedRequest & { readonly times: number }): Refusal {
  const { feed, code, keyId, person, idempotencyKey, requestId, at, errorCount, times, text } = request;
  const codes: Record<string, number> = {};
  for (const error of request.errors) codes[error.code] = (codes[error.code] ?? 0) + 1;
  const isSecret = "state-secret-refused" in codes;
  const errors = request.errors.slice(0, KEPT.errors);
  return {
    feed,
    code,
    keyId,
    person,
    idempotencyKey,
    requestId,
    at,
    errorCount,
    times,
    codes,
    subject: hashSecret(request.content ?? code),
    errors: isSecret ? errors.map(withoutContent) : errors,
    detail: text.en,
    detailVi: text.vi,
  };
}

/** Beside a State secret the other rows of a batch may be as secret: only where and which rule stay. */
function withoutContent({ row, line, code }: RefusedRequest["errors"][number]): RefusedRequest["errors"][number] {
  return {
    pointer: "",
    row,
    ...(line === undefined ? {} : { line }),
    code,
    detail: "The content of this submission is not kept.",
    detailVi: "Nội dung của lượt gửi này không được lưu.",
  };
}
