import type { RowError } from "@bochiso/shared/submission";
import type { RefusedRequest } from "./feed-notes.ts";

/** What is noted of a submission that was refused for its rows, whichever way it came. */
export function refusedRows({
  errors,
  errorCount,
}: {
  readonly errors: readonly RowError[];
  readonly errorCount: number;
}): Pick<RefusedRequest, "code" | "content" | "text" | "errors" | "errorCount"> {
  const text = {
    vi: `Có ${errorCount} lỗi; không lưu dòng nào.`,
    en: `${errorCount} fault(s) found; no row was stored.`,
  };
  const content = `${errorCount}\n${JSON.stringify(errors.slice(0, 20))}`;
  return { code: "rows-refused", content, text, errors, errorCount };
}
