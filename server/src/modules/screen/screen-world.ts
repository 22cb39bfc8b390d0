import type { Homes, IndicatorSet } from "@bochiso/seed/catalogue";
import type { Agency } from "@bochiso/shared/agency";
import type { Area } from "@bochiso/shared/area";
import type { Dimension } from "@bochiso/shared/breakdown";
import { coversYearToDate, publishedGrowths } from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Text } from "@bochiso/shared/text";

/** What the system is installed with: demonstration and real data, real data only, or demonstration refused. */
export type DemoMode = "1" | "real" | "0";

/** The catalogue as the screens need it. Built once per version of the catalogue; read only. */
export interface ScreenWorld {
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly units: ReadonlyMap<string, Text>;
  /** By scope id. */
  readonly sets: ReadonlyMap<string, IndicatorSet>;
  readonly homes: Homes;
  readonly demo: DemoMode;
  /** Codes whose values cover the year so far. */
  readonly toDate: ReadonlySet<string>;
  /** Level → the indicator that publishes its growth on the same period last year. */
  readonly growths: ReadonlyMap<string, IndicatorDefinition>;
  /** Operand → indicators computed directly from it. */
  readonly usedBy: ReadonlyMap<string, readonly string[]>;
}

/** What a world is built from. */
export interface ScreenWorldInput {
  definitions: Iterable<IndicatorDefinition>;
  areas: Iterable<Area>;
  agencies: Iterable<Agency>;
  dimensions: Iterable<Dimension>;
  units: Iterable<{ code: string; name: Text }>;
  sets: Iterable<IndicatorSet>;
  homes: Homes;
  demo: DemoMode;
}

const OPERAND = /[a-z0-9_]+(?:\.[a-z0-9_]+)+/g;

/** Indexes the catalogue for the screens. Fictional sets are part of it only where demonstration data is on. */
export function createScreenWorld(input: ScreenWorldInput): ScreenWorld {
  const definitions = new Map([...input.definitions].map((each) => [String(each.code), each]));
  const toDate = [...definitions.values()]
    .filter((each) => coversYearToDate(each, (code) => definitions.get(code)))
    .map(({ code }) => String(code));
  const sets = [...input.sets].filter(({ simulated }) => !simulated || input.demo === "1");
  return {
    definitions,
    areas: new Map([...input.areas].map((each) => [String(each.code), each])),
    agencies: new Map([...input.agencies].map((each) => [each.code, each])),
    dimensions: new Map([...input.dimensions].map((each) => [each.id, each])),
    units: new Map([...input.units].map(({ code, name }) => [code, name])),
    sets: new Map(sets.map((each) => [String(each.scope), each])),
    homes: input.homes,
    demo: input.demo,
    toDate: new Set(toDate),
    growths: publishedGrowths(definitions.values()),
    usedBy: usersOf(definitions),
  };
}

function usersOf(definitions: ReadonlyMap<string, IndicatorDefinition>): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { code, formula } of definitions.values()) {
    for (const operand of new Set(formula?.match(OPERAND) ?? [])) {
      if (!definitions.has(operand)) continue;
      const known = users.get(operand);
      if (known === undefined) users.set(operand, [code]);
      else known.push(code);
    }
  }
  return users;
}
