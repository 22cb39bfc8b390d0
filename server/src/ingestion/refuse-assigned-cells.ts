import { listTargets } from "@bochiso/db/repositories/targets";
import type { ReadTx } from "@bochiso/db/store";
import { breakdownKey } from "@bochiso/shared/breakdown";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ResolvedRow } from "./submitted-row.ts";

/**
 * A cell has one source (Art. 10.4.b): what an assigned target holds takes no pushed plan or target. The target is corrected
 * or retired instead. Nothing is read where no row is of such a scenario.
 */
export async function refuseAssignedCells(
  tx: ReadTx,
  rows: readonly ResolvedRow[],
  errors: ErrorCollector,
): Promise<void> {
  const concerned = rows.filter(({ scenario }) => scenario === "plan" || scenario === "target");
  if (concerned.length === 0) return;
  const indicators = [...new Set(concerned.map(({ indicator }) => indicator))];
  const held = new Map(
    (await listTargets(tx, { indicators })).map(({ target }) => [
      [target.indicator, target.area, breakdownKey(target.breakdown), target.scenario, target.by].join("\n"),
      target.id,
    ]),
  );
  for (const { row, indicator, area, breakdownKey: breakdown, scenario, periodId } of concerned) {
    const id = held.get([indicator, area, breakdown, scenario, periodId].join("\n"));
    if (id === undefined) continue;
    errors.report({
      row,
      code: "scenario-not-allowed",
      field: "scenario",
      got: scenario,
      reason: {
        vi: `Ô này do chỉ tiêu được giao "${id}" giữ: muốn đổi phải điều chỉnh chỉ tiêu, không gửi qua kênh.`,
        en: `This cell is held by the assigned target "${id}": correct the target instead of sending a value.`,
      },
    });
  }
}
