import { Text } from "@bochiso/shared/text";
import { z } from "zod";

const Point = z.object({ x: z.number(), y: z.number() });

/** A province as an SVG path in the view box, with the point where its label fits best. */
const MapProvince = z.object({ code: z.string(), path: z.string(), label: Point });

/** A frame that shows an archipelago at its own scale, always drawn and labelled. */
const MapInset = z.object({
  id: z.enum(["hoang-sa", "truong-sa"]),
  name: Text,
  /** The province it belongs to, in the code set of the map, with its name for the second line of the label. */
  province: z.string(),
  provinceName: Text,
  frame: Point.extend({ width: z.number(), height: z.number() }),
  /** Baseline start of the first and second line of the label. */
  label: Point,
  subLabel: Point,
  islands: z.array(Point.extend({ name: z.string() })),
});

/** A map of Viet Nam ready to draw; its boundaries are under the ODbL and `attribution` is printed beside it. */
export const MapModel = z.object({
  codeSet: z.enum(["vn34", "vn63"]),
  viewBox: z.object({ width: z.number(), height: z.number() }),
  provinces: z.array(MapProvince),
  /** Islands too small for the boundary layer, drawn as dots in the colour of their province. */
  islands: z.array(Point.extend({ name: z.string(), province: z.string() })),
  insets: z.array(MapInset),
  seaLabel: Point.extend({ name: Text }),
  attribution: z.string(),
  licence: z.string(),
});
export type MapModel = z.infer<typeof MapModel>;

/** The tile grid: one square a province, rows from north to south. The archipelagos have tiles of their own. */
export const TileGrid = z.object({
  columns: z.number().int(),
  rows: z.number().int(),
  provinces: z.array(z.object({ code: z.string(), column: z.number().int(), row: z.number().int() })),
  archipelagos: z.array(
    z.object({
      id: z.enum(["hoang-sa", "truong-sa"]),
      name: Text,
      province: z.string(),
      column: z.number().int(),
      row: z.number().int(),
    }),
  ),
});
export type TileGrid = z.infer<typeof TileGrid>;
