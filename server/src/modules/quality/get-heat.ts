import { countFlags, type FlagCount } from "@bochiso/db/repositories/quality";
import { periodLabel } from "@bochiso/shared/card";
import type { QualityHeatCell, QualityHeatModel, QualityHeatRow } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { FlagWorld } from "./flag-row.ts";
import type { QualityDeps } from "./quality-deps.ts";
import type { QualityHeatInput } from "./quality-input.ts";
import { qualityWindow } from "./quality-window.ts";
import { readFlagWorld } from "./read-flag-world.ts";

/** Flags by rule, indicator or feed and by the month their period ends in; lines without any are left out. */
export async function getQualityHeat(deps: QualityDeps, input: QualityHeatInput): Promise<QualityHeatModel> {
  const { by, feed } = input;
  const window = qualityWindow(input, deps.clock.now().getTime());
  const months = window.months.map((month) => periodLabel(month));
  return deps.store.read(async (tx) => {
    const around = await readFlagWorld(tx, deps);
    const counts = await countFlags(tx, { feed, ended: window }, { group: by, months: true });
    const lines = [...Map.groupBy(counts, ({ group }) => group)];
    const rows = lines.map(([code, own]): QualityHeatRow => {
      const byMonth = Map.groupBy(own, ({ month }) => month);
      return { code, name: nameOf(by, code, around), cells: months.map(({ id }) => cellOf(byMonth.get(id))) };
    });
    return { by, months, rows: rows.sort(worstFirst) };
  });
}

function cellOf(counts: readonly FlagCount[] | undefined): QualityHeatCell {
  if (counts === undefined) return null;
  const cell = { open: 0, confirmed: 0, wrong: 0, resolved: 0 };
  for (const { state, flags } of counts) cell[state] += flags;
  return cell;
}

function nameOf(by: QualityHeatInput["by"], code: string, { world, rules, feeds }: FlagWorld): Text {
  const found = {
    rule: () => rules.get(code)?.name,
    indicator: () => world.definitions.get(code)?.name,
    feed: () => feeds.get(code)?.name,
  }[by]();
  return found ?? { vi: code, en: code };
}

function worstFirst(a: QualityHeatRow, b: QualityHeatRow): number {
  const weight = ({ cells }: QualityHeatRow): number =>
    cells.reduce((sum, cell) => sum + (cell === null ? 0 : cell.open + cell.wrong), 0);
  return weight(b) - weight(a) || (a.code < b.code ? -1 : 1);
}
