import type { EntryUnit } from "@bochiso/shared/entry";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Text } from "@bochiso/shared/text";

/** The unit a figure is typed in, and how screens show it where that is another. */
export function entryUnit({ unit, display }: IndicatorDefinition, units: ReadonlyMap<string, Text>): EntryUnit {
  const name = units.get(unit) ?? { vi: unit, en: unit };
  const { factor, decimals } = display;
  const shown = factor === 1 ? null : { name: display.unit, factor, decimals };
  return { name, isPercent: name.vi === "%", shown };
}
