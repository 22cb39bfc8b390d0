import { DomainError } from "@bochiso/shared/errors";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { ScreenWorld } from "./screen-world.ts";

/** The definition in force of a code. Throws `indicator-unknown`. */
export function indicatorOf(world: Pick<ScreenWorld, "definitions">, code: string): IndicatorDefinition {
  const found = world.definitions.get(code);
  if (found !== undefined) return found;
  throw new DomainError(
    "indicator-unknown",
    { indicator: code },
    { vi: `Không có chỉ số “${code}”.`, en: `There is no indicator “${code}”.` },
  );
}

/** Definitions of codes, in their order; codes without a definition are left out. */
export function indicatorsOf(world: Pick<ScreenWorld, "definitions">, codes: Iterable<string>): IndicatorDefinition[] {
  return [...codes].flatMap((code) => world.definitions.get(code) ?? []);
}
