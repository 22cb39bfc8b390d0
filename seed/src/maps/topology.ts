import { z } from "zod";

/** Longitude and latitude in degrees, or a point of a drawing. */
export type Position = readonly [number, number];
/** Rings of a polygon, the outer one first. */
export type Polygon = readonly (readonly Position[])[];

const Ring = z.array(z.number().int());
const Geometry = z.union([
  z.object({ type: z.literal("Polygon"), arcs: z.array(Ring), properties: z.record(z.string(), z.string()) }),
  z.object({
    type: z.literal("MultiPolygon"),
    arcs: z.array(z.array(Ring)),
    properties: z.record(z.string(), z.string()),
  }),
]);
const Pair = z.tuple([z.number(), z.number()]);

/** A quantised TopoJSON topology with one collection `provinces`. Source: the TopoJSON format specification. */
export const Topology = z.object({
  type: z.literal("Topology"),
  transform: z.object({ scale: Pair, translate: Pair }),
  arcs: z.array(z.array(Pair)),
  objects: z.object({ provinces: z.object({ geometries: z.array(Geometry) }) }),
  metadata: z.object({ licence: z.string(), attribution: z.string() }),
});
export type Topology = z.infer<typeof Topology>;

/** A province of a topology with its polygons in degrees. */
export interface Shape {
  readonly properties: Readonly<Record<string, string>>;
  readonly polygons: readonly Polygon[];
}

/** Decodes the delta-encoded arcs and stitches them into polygons. A negative index is the arc read backwards. */
export function shapesOf(topology: Topology): Shape[] {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]): Position => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const arcAt = (index: number): readonly Position[] => {
    const arc = arcs[index < 0 ? ~index : index];
    if (!arc) throw new Error(`topology has no arc ${index}`);
    return index < 0 ? arc.toReversed() : arc;
  };
  const ringOf = (indices: readonly number[]): Position[] =>
    indices.flatMap((index, position) => (position === 0 ? arcAt(index) : arcAt(index).slice(1)));
  return topology.objects.provinces.geometries.map((geometry) => ({
    properties: geometry.properties,
    polygons: (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs).map((rings) => rings.map(ringOf)),
  }));
}
