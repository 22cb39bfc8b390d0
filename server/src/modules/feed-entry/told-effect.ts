import { toValue } from "@bochiso/db/repositories/observations";
import { periodLabel } from "@bochiso/shared/card";
import type { DerivedEffect, EntryEffect, FlagEffect } from "@bochiso/shared/entry";
import type { ChangedCellEffect, SubmissionEffect } from "../../ingestion/effect-of.ts";
import { type FlagWorld, flagRow } from "../quality/flag-row.ts";
import { breakdownWords } from "../screen/breakdown-words.ts";

/** Computed cells and flags of an effect, with their names. */
export function toldEffect(
  { derived, flags, flagCount }: SubmissionEffect,
  around: FlagWorld,
): Pick<EntryEffect, "derived" | "flags" | "flagCount"> {
  return {
    derived: derived.map((it) => derivedEffect(it, around)),
    flags: flags.flatMap((flag) => flagEffect(flag, around)),
    flagCount,
  };
}

function derivedEffect({ cell, before, after }: ChangedCellEffect, { world }: FlagWorld): DerivedEffect {
  const definition = world.definitions.get(cell.indicator);
  const name = definition?.name ?? { vi: cell.indicator, en: cell.indicator };
  const hadValue = before !== null && before.retracted === 0;
  return {
    indicator: cell.indicator,
    indicatorName: name,
    areaName: world.areas.get(cell.area)?.name ?? { vi: cell.area, en: cell.area },
    breakdownLabel: breakdownWords(world, cell.breakdown),
    period: periodLabel(cell.period, world.toDate.has(cell.indicator)),
    display: definition?.display ?? { unit: { vi: "", en: "" }, factor: 1, decimals: 1 },
    before: hadValue ? toValue(before) : null,
    after: toValue(after),
  };
}

function flagEffect(flag: SubmissionEffect["flags"][number], around: FlagWorld): FlagEffect[] {
  const row = flagRow(flag, around);
  if (row === null) return [];
  const { rule, severity, cell, indicatorName, areaName, period, text } = row;
  const { indicator, area } = cell;
  return [{ rule: rule.code, severity, indicator, indicatorName, area, areaName, period, text }];
}
