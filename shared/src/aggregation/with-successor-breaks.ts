import type { FormulaDefinition } from "../formula/formula-definition.ts";
import type { LinkTable } from "./link-table.ts";

/** A definition whose breaks of a former unit hold for the units its figures are recast to as well. */
export function withSuccessorBreaks<T extends Pick<FormulaDefinition, "breaks">>(definition: T, areas: LinkTable): T {
  if (definition.breaks.every(({ areas: own }) => own === undefined)) return definition;
  const breaks = definition.breaks.map((it) => {
    if (it.areas === undefined) return it;
    const all = new Set(it.areas);
    for (const area of all) {
      for (const { kind, whole } of areas.linksFrom(area)) if (kind === "recast") all.add(whole);
    }
    return { ...it, areas: [...all] };
  });
  return { ...definition, breaks };
}
