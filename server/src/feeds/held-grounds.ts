import { listDefinitions } from "@bochiso/db/repositories/catalogue";
import type { Observation } from "@bochiso/db/repositories/observations";
import { receivingOrder } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import type { ApprovalConflict } from "@bochiso/shared/feed";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { PreparedRows } from "../ingestion/apply-rows.ts";
import type { KeptField, ResolvedRow } from "../ingestion/submitted-row.ts";
import type { HeldRow } from "./held-row.ts";
import type { PreparedHeld } from "./read-held.ts";

/** What makes a figure mean something else although it reads the same. */
const MEANING = ["unit", "accumulation", "periodType"] as const;

/** Rows of indicators that meant something else when the rows were received: their figures are in another unit. */
export async function redefinedRows(
  tx: ReadTx,
  { definitions }: Catalogue,
  { rows, heldSeq }: { readonly rows: readonly HeldRow[]; readonly heldSeq: number },
): Promise<ApprovalConflict[]> {
  const then = new Map(
    (await listDefinitions(tx, { asOf: heldSeq })).map(({ definition }) => [String(definition.code), definition]),
  );
  return rows.flatMap(({ row, indicator, area, period }): ApprovalConflict[] => {
    const [before, now] = [then.get(indicator), definitions.get(indicator)];
    const field = before && now && MEANING.find((it) => before[it] !== now[it]);
    if (field === undefined) return [];
    const change = `"${field}": ${before?.[field]} → ${now?.[field]}`;
    return [
      {
        row,
        code: "indicator-not-in-force",
        indicator,
        area,
        period,
        text: {
          vi: `Định nghĩa chỉ số đã đổi từ khi nhận (${change}); số liệu này gửi theo định nghĩa cũ, hãy trả lại để gửi lại.`,
          en: `The definition has changed since these values came (${change}); return them so that they are sent anew.`,
        },
      },
    ];
  });
}

/** Whether a field that a row left out was filled by what is stored otherwise now. */
function isFilledOtherwise(row: ResolvedRow, kept: readonly KeptField[], stored: Observation | null): boolean {
  const current = stored === null || stored.retracted === 1 ? null : stored;
  // Nothing is stored: a figure taken from there is gone, defaults are what they were.
  if (current === null) return kept.includes("value") && row.value !== null;
  const isSame: Readonly<Record<KeptField, boolean>> = {
    value: (row.value?.sent ?? null) === current.valueText,
    status: row.status === current.status,
    window: (row.window?.start ?? null) === current.windowStart && (row.window?.end ?? null) === current.windowEnd,
    baseYear: row.baseYear === current.baseYear,
  };
  return kept.some((field) => !isSame[field]);
}

const OVERTAKEN: Text = {
  vi: "Ô này đã có số liệu được gửi sau lượt này; duyệt sẽ đưa số cũ đè lên số mới.",
  en: "This cell holds a value received after this submission; approving would put the older one over it.",
};
const FILLED_OTHERWISE: Text = {
  vi: "Dòng này để trống một số trường, lấy theo số đang lưu lúc nhận; số đang lưu nay đã khác, hãy trả lại để gửi lại.",
  en: "This row left fields out, which were taken from the value stored then; another one is stored now. Return it.",
};

/**
 * Rows that would bring back an older figure: their cell holds a value that was received after their submission, or what
 * they left out was filled by a value that is stored no more.
 */
export async function overtakenRows(
  tx: ReadTx,
  { merged, book }: PreparedRows,
  { heldSeq, held }: { readonly heldSeq: number; readonly held: PreparedHeld["held"] },
): Promise<ApprovalConflict[]> {
  const changing = merged.flatMap(({ row, content }) => {
    const stored = content === null ? null : (book.at(row.series, row.at, "reported")?.observation ?? null);
    return content === null ? [] : [{ row, stored }];
  });
  const later = changing.flatMap(({ stored }) =>
    stored !== null && stored.commitSeq > heldSeq ? [stored.commitSeq] : [],
  );
  const order = await receivingOrder(tx, later);
  return changing.flatMap(({ row, stored }): ApprovalConflict[] => {
    const isOvertaken = stored !== null && (order.get(stored.commitSeq) ?? stored.commitSeq) > heldSeq;
    if (!isOvertaken && !isFilledOtherwise(row, held.get(row.row)?.kept ?? [], stored)) return [];
    const { indicator, area, periodId: period } = row;
    const text = isOvertaken ? OVERTAKEN : FILLED_OTHERWISE;
    return [{ row: row.row, code: "newer-value-stored", indicator, area, period, text }];
  });
}
