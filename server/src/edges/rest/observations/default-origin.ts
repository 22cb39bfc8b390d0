import type { ListedObservation } from "@bochiso/db/repositories/observations";
import type { OriginChoice } from "./observation-query.ts";

/**
 * Keeps the origin asked for. The rows of one cell stand side by side; by default the reported one is kept where it has a
 * value, else the computed one, else the reported absence, as screens and formulas read it.
 */
export function inOrigin(rows: readonly ListedObservation[], choice: OriginChoice): ListedObservation[] {
  if (choice === "all") return [...rows];
  if (choice !== "default") return rows.filter((row) => row.origin === choice);
  const kept: ListedObservation[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (last === undefined || !isSameCell(last, row)) kept.push(row);
    else if (isPreferred(row, last)) kept[kept.length - 1] = row;
  }
  return kept;
}

function isSameCell(a: ListedObservation, b: ListedObservation): boolean {
  return (
    a.ordinal === b.ordinal &&
    a.indicator === b.indicator &&
    a.area === b.area &&
    a.breakdownKey === b.breakdownKey &&
    a.scenario === b.scenario &&
    a.periodType === b.periodType
  );
}

/** Whether the second row of a cell answers instead of the first: a computed absence never hides the reported one. */
function isPreferred(row: ListedObservation, other: ListedObservation): boolean {
  const [reported, computed] = row.origin === "reported" ? [row, other] : [other, row];
  const answers = reported.missingReason !== null && computed.missingReason === null ? computed : reported;
  return answers === row;
}
