import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import type { Text } from "@bochiso/shared/text";
import type { ScreenWorld } from "./screen-world.ts";

/** Words of a breakdown: the names of its codes, joined; null for the total. A code without a name stands for itself. */
export function breakdownWords(world: Pick<ScreenWorld, "dimensions">, key: BreakdownKey): Text | null {
  const parts = Object.entries(parseBreakdownKey(key)).map(([dimension, code]) => codeName(world, dimension, code));
  if (parts.length === 0) return null;
  return { vi: parts.map(({ vi }) => vi).join(", "), en: parts.map(({ en }) => en).join(", ") };
}

/** Name of a code of a dimension; the code itself where it has none. */
export function codeName(world: Pick<ScreenWorld, "dimensions">, dimension: string, code: string): Text {
  const found = world.dimensions.get(dimension)?.codes.find((each) => each.code === code);
  return found?.name ?? { vi: code, en: code };
}
