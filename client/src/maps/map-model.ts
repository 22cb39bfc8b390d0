import * as z from "zod/mini";

const Text = z.object({ vi: z.string(), en: z.string() });
const Point = z.object({ x: z.number(), y: z.number() });
const InsetId = z.enum(["hoang-sa", "truong-sa"]);

/** A map of Viet Nam ready to draw, as the server keeps it at `/maps/map-34.json`. */
export const MapModel = z.object({
  viewBox: z.object({ width: z.number(), height: z.number() }),
  provinces: z.array(z.object({ code: z.string(), path: z.string(), label: Point })),
  islands: z.array(z.extend(Point, { name: z.string(), province: z.string() })),
  /** Always drawn and labelled, at their own scale. */
  insets: z.array(
    z.object({
      id: InsetId,
      name: Text,
      province: z.string(),
      provinceName: Text,
      frame: z.extend(Point, { width: z.number(), height: z.number() }),
      islands: z.array(z.extend(Point, { name: z.string() })),
    }),
  ),
  seaLabel: z.extend(Point, { name: Text }),
});
export type MapModel = z.infer<typeof MapModel>;

/** One square a province, from north to south; the archipelagos have tiles of their own. */
export const TileGrid = z.object({
  columns: z.int(),
  rows: z.int(),
  provinces: z.array(z.object({ code: z.string(), column: z.int(), row: z.int() })),
  archipelagos: z.array(z.object({ id: InsetId, name: Text, province: z.string(), column: z.int(), row: z.int() })),
});
export type TileGrid = z.infer<typeof TileGrid>;
