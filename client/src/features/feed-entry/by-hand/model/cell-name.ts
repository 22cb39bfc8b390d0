import type { EntryCell } from "@bochiso/shared/entry";
import type { Text } from "@bochiso/shared/text";

/** A cell by its names: indicator, breakdown, area. */
export function cellName({ indicatorName, breakdownLabel, areaName }: EntryCell): Text {
  const names = [indicatorName, breakdownLabel, areaName].flatMap((it) => it ?? []);
  return { vi: names.map(({ vi }) => vi).join(" · "), en: names.map(({ en }) => en).join(" · ") };
}
