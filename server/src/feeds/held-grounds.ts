import { listDefinitions } from "@bochiso/db/repositories/catalogue";
import type { Observation } from "@bochiso/db/repositories/observations";
import type { ReadTx } from "@bochiso/db/store";
import type { ApprovalConflict } from "@bochiso/shared/feed";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { KeptField, ResolvedRow } from "../ingestion/submitted-row.ts";
import type { HeldRow } from "./held-row.ts";

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
export function isFilledOtherwise(row: ResolvedRow, kept: readonly KeptField[], stored: Observation | null): boolean {
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
