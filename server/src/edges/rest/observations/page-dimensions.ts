import type { Catalogue } from "../../../catalogue/catalogue.ts";
import type { ObservationJson } from "./observation-json.ts";

/**
 * The dimensions that a table of a page has columns for: those of the indicators asked for, so that every page of a list
 * has the same ones, and what rows of retired indicators have beside.
 */
export function dimensionsOf(
  { definitions, dimensions }: Pick<Catalogue, "definitions" | "dimensions">,
  indicators: readonly string[] | null,
  observations: readonly ObservationJson[],
): readonly string[] {
  const asked = indicators === null ? [...definitions.values()] : indicators.flatMap((it) => definitions.get(it) ?? []);
  const found = new Set(asked.flatMap(({ breakdowns }) => breakdowns.map(({ dimension }) => dimension)));
  for (const { breakdown } of observations) for (const dimension of Object.keys(breakdown)) found.add(dimension);
  return [...dimensions.keys()].filter((dimension) => found.has(dimension));
}
