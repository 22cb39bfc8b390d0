import { flagsInRanges, listQualityRules } from "@bochiso/db/repositories/quality";
import type { ReadTx } from "@bochiso/db/store";
import type { CardPoint, CardSeries } from "@bochiso/shared/card";
import type { Text } from "@bochiso/shared/text";
import { type Address, addressText } from "./series-book.ts";

interface ShownCell {
  readonly address: Address;
  readonly series: CardSeries;
  readonly shown: CardPoint | null;
}

/** Flags in these states make a figure doubtful: nobody looked yet, or somebody said that it is wrong. */
const DOUBTED: ReadonlySet<string> = new Set(["open", "wrong"]);

/** What is shown, with the names of the quality rules that reported figures break: one statement, two more where any does. */
export async function withDoubts<T extends ShownCell>(tx: ReadTx, cells: readonly T[]): Promise<T[]> {
  const ranges = new Map<string, { indicator: string; area: string; breakdownKey: string; from: number; to: number }>();
  for (const { address, shown } of cells) {
    if (shown?.origin !== "reported") continue;
    const { indicator, area, breakdown: breakdownKey } = address;
    ranges.set(addressText(address), { indicator, area, breakdownKey, from: shown.ordinal, to: shown.ordinal });
  }
  const flags = (await flagsInRanges(tx, [...ranges.values()])).filter(
    ({ state, subject }) => subject === "value" && DOUBTED.has(state),
  );
  if (flags.length === 0) return [...cells];
  const names = new Map((await listQualityRules(tx)).map(({ code, name }) => [code, name]));
  const broken = Map.groupBy(flags, ({ indicator, area, breakdownKey: breakdown }) =>
    addressText({ indicator, area, breakdown }),
  );
  return cells.map((cell) => {
    const { shown, series } = cell;
    const own = broken.get(addressText(cell.address));
    if (shown === null || own === undefined) return cell;
    const doubted = { ...shown, flags: own.map(({ rule }): Text => names.get(rule) ?? { vi: rule, en: rule }) };
    return { ...cell, shown: doubted, series: new Map(series).set(shown.ordinal, doubted) };
  });
}
