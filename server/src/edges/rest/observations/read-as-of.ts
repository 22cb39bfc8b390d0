import { commitAt, headCommit } from "@bochiso/db/repositories/commits";
import type { ReadTx } from "@bochiso/db/store";
import { parseInstant } from "@bochiso/shared/period";
import { malformedParameter } from "../query-parameters.ts";

/**
 * The commit that `asOf` stands for: a commit number, or the last commit recorded at or before an instant; 0 before the
 * first one. A `+` that a sender did not encode arrives as a space. Throws `parameter-malformed`.
 */
export async function readAsOfSeq(tx: ReadTx, text: string): Promise<number> {
  if (/^\d{1,15}$/.test(text)) return Math.min(Number(text), (await headCommit(tx)).seq);
  const instant = parseInstant(text.replace(" ", "+"));
  if (instant === null)
    throw malformedParameter("asOf", text, {
      vi: "một thời điểm như 2025-03-01T00:00:00+07:00 hoặc một số commitSeq",
      en: "an instant such as 2025-03-01T00:00:00+07:00, or a commitSeq",
    });
  return (await commitAt(tx, new Date(instant).toISOString()))?.seq ?? 0;
}
