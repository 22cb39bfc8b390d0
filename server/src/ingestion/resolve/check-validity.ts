import type { Area } from "@bochiso/shared/area";
import { formatDate } from "@bochiso/shared/i18n";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { ReferenceData } from "../reference.ts";
import type { Fault } from "../rules/error-collector.ts";
import type { ParsedRow } from "../submitted-row.ts";
import { isActualRow } from "./is-actual-row.ts";
import type { RowPeriod } from "./read-row-period.ts";
import type { RowFaults } from "./row-faults.ts";

/** Reports what does not hold at the period of a row; what is unknown is null and asked nothing about. */
export function checkValidity(
  row: ParsedRow,
  at: { definition: IndicatorDefinition | null; area: Area | null; period: RowPeriod },
  { locks, faults }: Pick<ReferenceData, "locks"> & { faults: RowFaults },
): void {
  const { definition, area, period } = at;
  // A later version says how the indicator is defined from a day on, not that it did not exist before.
  const from = definition?.version === 1 ? definition.effectiveFrom : null;
  if (from !== null && from > period.last) {
    faults.report(row, { code: "indicator-not-in-force", field: "indicator", got: row.indicator, expected: from });
  }
  if (area !== null && !existsDuring(area, period)) {
    faults.report(row, { code: "area-not-valid-at-period", field: "area", ...otherUnit(area, period) });
  }
  if (!isActualRow(row)) return;
  if (period.latestBegun !== null) {
    const expected = `≤ ${period.latestBegun}`;
    faults.report(row, { code: "period-in-future", field: "period", got: row.period, expected });
  }
  const lock = locks.get(row.indicator)?.find((it) => isUnder(it, row, period));
  if (lock !== undefined) reportLock(row, lock, faults);
}

type Lock = NonNullable<ReturnType<ReferenceData["locks"]["get"]>>[number];

function isUnder(lock: Lock, row: ParsedRow, { first, last }: RowPeriod): boolean {
  return (lock.area === "*" || lock.area === row.area) && lock.firstDay <= first && last <= lock.lastDay;
}

/** A steward froze the period: what was published or reported upwards is not changed from outside. */
function reportLock(row: ParsedRow, { firstDay, lastDay, reason }: Lock, faults: RowFaults): void {
  faults.report(row, {
    code: "period-locked",
    field: "period",
    got: row.period,
    reason: {
      vi: `Kỳ này đã chốt số liệu (${daysOf(firstDay, lastDay)}): ${reason}`,
      en: `The period "${row.period}" is locked (${firstDay} to ${lastDay}): ${reason}`,
    },
  });
}

function daysOf(first: string, last: string): string {
  return first === last
    ? `ngày ${formatDate(first, "vi")}`
    : `từ ${formatDate(first, "vi")} đến ${formatDate(last, "vi")}`;
}

/** A merged unit is reported under the code that was or is in force: former until 2025-06-30, present from 2025-07-01. */
function otherUnit(area: Area, period: RowPeriod): Pick<Fault, "got" | "expected" | "nearest" | "reason"> {
  const { code, validFrom, validTo } = area;
  const isOver = validTo !== null && validTo < period.first;
  const sole = area.predecessors.length === 1 ? area.predecessors[0] : undefined;
  const day = isOver ? validTo : (validFrom ?? "");
  return {
    got: code,
    expected: `${isOver ? "≤" : "≥"} ${day}`,
    nearest: area.successor ?? sole ?? null,
    reason: {
      vi: `Địa phương "${code}" không tồn tại trong kỳ này, chỉ có ${isOver ? "đến hết ngày" : "từ ngày"} ${day}.`,
      en: `The area "${code}" does not exist in this period, only ${isOver ? "until" : "from"} ${day}.`,
    },
  };
}

/** Whether a unit exists on at least one day of a period. */
function existsDuring({ validFrom, validTo }: Area, period: RowPeriod): boolean {
  return (validFrom === null || validFrom <= period.last) && (validTo === null || validTo >= period.first);
}
