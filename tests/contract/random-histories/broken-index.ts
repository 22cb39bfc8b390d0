import type { DependencyEdge } from "@bochiso/shared/graph";
import type { Catalogue } from "../../../server/src/catalogue/catalogue.ts";

/** A way to break the dependency index: what becomes of an edge; null takes it out. */
export type BreakEdge = (edge: DependencyEdge) => DependencyEdge | null;

/** The index without the one edge that leads from `t.x` to `d.roll`. */
export const withoutOneEdge: BreakEdge = (edge) =>
  edge.operand === "t.x" && edge.rule.definition.code === "d.roll" ? null : edge;

/** The index with every edge, one of which forgets that a growth is over the year before. */
export const withoutOneStep: BreakEdge = (edge) =>
  edge.rule.definition.code === "d.growth"
    ? { ...edge, path: { ...edge.path, paths: edge.path.paths.slice(0, 1) } }
    : edge;

/** A catalogue that plans by a broken index; everything else of it is whole. */
export function withBrokenIndex(catalogue: Catalogue, breakEdge: BreakEdge): Catalogue {
  const { graph } = catalogue;
  const dependents = new Map(
    [...graph.dependents].map(([operand, edges]) => [
      operand,
      edges.map(breakEdge).filter((edge): edge is DependencyEdge => edge !== null),
    ]),
  );
  return { ...catalogue, graph: { ...graph, dependents } };
}
