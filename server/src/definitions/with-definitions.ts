import { buildGraph } from "@bochiso/shared/graph";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Catalogue } from "../catalogue/catalogue.ts";

/** Definitions by code with some replaced, added or, where they are retired, taken out. */
export function replaced(
  definitions: ReadonlyMap<string, IndicatorDefinition>,
  changed: Iterable<IndicatorDefinition>,
): Map<string, IndicatorDefinition> {
  const result = new Map(definitions);
  for (const definition of changed) {
    if (definition.retired) result.delete(definition.code);
    else result.set(definition.code, definition);
  }
  return result;
}

/** A catalogue with some definitions replaced, and the graph of all of them. Throws what `buildGraph` throws. */
export function withDefinitions(catalogue: Catalogue, changed: Iterable<IndicatorDefinition>): Catalogue {
  const definitions = replaced(catalogue.definitions, changed);
  const aggregation = catalogue.graph.aggregation?.places;
  return { ...catalogue, definitions, graph: buildGraph(definitions, { aggregation }) };
}
