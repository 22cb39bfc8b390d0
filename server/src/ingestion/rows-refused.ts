import type { RowError } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";

/** Status and title of the problem that lists refused rows. Source: push-api, "Answers". */
export const ROWS_REFUSED = {
  status: 422,
  title: { vi: "Có dòng số liệu bị từ chối", en: "Rows were refused" },
} as const;

/** The members of that problem (RFC 9457) beside its `instance`. */
export function rowsRefusedMembers(errors: readonly RowError[], errorCount: number, detail: Text) {
  const { status, title } = ROWS_REFUSED;
  return {
    type: "urn:bochiso:problem:rows-refused",
    title: title.en,
    titleVi: title.vi,
    status,
    code: "rows-refused" as const,
    detail: detail.en,
    detailVi: detail.vi,
    errors,
    errorCount,
  };
}
