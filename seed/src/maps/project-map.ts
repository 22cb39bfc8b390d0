import { z } from "zod";
import { labelPoint, ringArea } from "./label-point.ts";
import type { MapModel } from "./map-model.ts";
import { type Polygon, type Position, type Shape, shapesOf, type Topology } from "./topology.ts";

/** The tall box of 1:1.8; whole units are fine enough for a wall screen. */
const VIEW_BOX = { width: 1000, height: 1800 };
/** West, south, east, north of the mainland and its near islands, in degrees. */
const BOUNDS = { west: 102.1, south: 8.4, east: 109.6, north: 23.45 };
const MARGIN = 10;
const LABEL_HEIGHT = 74;
const PADDING = 22;

/** Frames stand in the sea east of Huế and south of Khánh Hòa, clear of land. */
const INSETS = [
  {
    id: "hoang-sa",
    group: "hoang_sa",
    name: { vi: "Quần đảo Hoàng Sa", en: "Hoang Sa Archipelago" },
    provinceName: { vi: "TP. Đà Nẵng", en: "Da Nang City" },
    frame: { x: 735, y: 545, width: 255, height: 240 },
  },
  {
    id: "truong-sa",
    group: "truong_sa",
    name: { vi: "Quần đảo Trường Sa", en: "Truong Sa Archipelago" },
    provinceName: { vi: "tỉnh Khánh Hòa", en: "Khanh Hoa Province" },
    frame: { x: 735, y: 1562, width: 255, height: 230 },
  },
] as const;

const IslandFeature = z.object({
  properties: z
    .object({
      kind: z.string(),
      name_vi: z.string(),
      group: z.string().optional(),
      province_code: z.string().optional(),
    })
    .loose(),
  geometry: z.object({ type: z.literal("Point"), coordinates: z.tuple([z.number(), z.number()]) }),
});

/** Points of the archipelagos, near islands and the sea: `geo/vn-archipelagos.geojson`. */
export const Archipelagos = z.object({ features: z.array(IslandFeature) });
type Archipelagos = z.infer<typeof Archipelagos>;

const mercator = (latitude: number): number =>
  (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;

/** Mercator fitted into a rectangle, keeping shapes. */
function fitInto(
  bounds: { west: number; south: number; east: number; north: number },
  box: { x: number; y: number; width: number; height: number },
  align: "left" | "centre",
): (position: Position) => Position {
  const [bottom, top] = [mercator(bounds.south), mercator(bounds.north)];
  const scale = Math.min(box.width / (bounds.east - bounds.west), box.height / (top - bottom));
  const left = align === "left" ? box.x : box.x + (box.width - scale * (bounds.east - bounds.west)) / 2;
  const above = box.y + (box.height - scale * (top - bottom)) / 2;
  return ([longitude, latitude]) => [
    left + (longitude - bounds.west) * scale,
    above + (top - mercator(latitude)) * scale,
  ];
}

const round = (value: number): number => Math.round(value);

/** Relative whole-unit path of a ring. Shared borders round to the same points, so neighbours leave no gap. */
function ringPath(ring: readonly Position[]): string {
  const points = ring.map(([x, y]): Position => [round(x), round(y)]);
  const distinct = points.filter(([x, y], index) => {
    const [lastX, lastY] = points[index - 1] ?? [Number.NaN, Number.NaN];
    return x !== lastX || y !== lastY;
  });
  const [first, ...rest] = distinct;
  if (!first || rest.length < 3) return "";
  let [x, y] = first;
  const steps = rest.slice(0, -1).map(([toX, toY]) => {
    const step = `${toX - x} ${toY - y}`.replace(" -", "-");
    [x, y] = [toX, toY];
    return step;
  });
  return `M${first[0]} ${first[1]}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

function largestRing(polygons: readonly Polygon[]): readonly Position[] {
  const outer = polygons.flatMap((polygon) => polygon.slice(0, 1));
  return outer.toSorted((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))[0] ?? [];
}

const at = ([x, y]: Position): { x: number; y: number } => ({ x: round(x), y: round(y) });

function insetOf(
  inset: (typeof INSETS)[number],
  archipelagos: Archipelagos,
  codeOf: (code: string) => string,
): MapModel["insets"][number] {
  const islands = archipelagos.features.filter(
    (it) => it.properties.kind === "island" && it.properties.group === inset.group,
  );
  const longitudes = islands.map((it) => it.geometry.coordinates[0]);
  const latitudes = islands.map((it) => it.geometry.coordinates[1]);
  const { frame } = inset;
  const project = fitInto(
    {
      west: Math.min(...longitudes),
      east: Math.max(...longitudes),
      south: Math.min(...latitudes),
      north: Math.max(...latitudes),
    },
    {
      x: frame.x + PADDING,
      y: frame.y + LABEL_HEIGHT,
      width: frame.width - 2 * PADDING,
      height: frame.height - LABEL_HEIGHT - PADDING,
    },
    "centre",
  );
  const province = islands[0]?.properties.province_code;
  if (province === undefined) throw new Error(`no island of ${inset.group}`);
  return {
    id: inset.id,
    name: inset.name,
    province: codeOf(province),
    provinceName: inset.provinceName,
    frame,
    label: { x: frame.x + 12, y: frame.y + 30 },
    subLabel: { x: frame.x + 12, y: frame.y + 58 },
    islands: islands.map((it) => ({ name: it.properties.name_vi, ...at(project(it.geometry.coordinates)) })),
  };
}

/** Projects a topology into the drawing of one code set. The codes of the archipelagos are the same in both sets. */
export function projectMap(codeSet: "vn34" | "vn63", topology: Topology, archipelagos: Archipelagos): MapModel {
  const codeOf = (code: string): string => (codeSet === "vn34" ? code : `vn63:${code}`);
  const box = { x: MARGIN, y: MARGIN, width: VIEW_BOX.width - 2 * MARGIN, height: VIEW_BOX.height - 2 * MARGIN };
  const project = fitInto(BOUNDS, box, "left");
  const provinceOf = ({ properties, polygons }: Shape): MapModel["provinces"][number] => {
    const code = properties[codeSet === "vn34" ? "code" : "code63"];
    if (code === undefined) throw new Error(`a shape of ${codeSet} has no code`);
    const drawn = polygons.map((polygon) => polygon.map((ring) => ring.map(project)));
    return { code: codeOf(code), path: drawn.flat().map(ringPath).join(""), label: at(labelPoint(largestRing(drawn))) };
  };
  const lone = archipelagos.features.filter(
    (it) => it.properties.kind === "island" && it.properties.group === undefined,
  );
  return {
    codeSet,
    viewBox: VIEW_BOX,
    provinces: shapesOf(topology)
      .map(provinceOf)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    islands: lone.map((it) => ({
      name: it.properties.name_vi,
      province: codeOf(it.properties.province_code ?? ""),
      ...at(project(it.geometry.coordinates)),
    })),
    insets: INSETS.map((inset) => insetOf(inset, archipelagos, codeOf)),
    seaLabel: { name: { vi: "Biển Đông", en: "East Sea" }, x: 830, y: 900 },
    attribution: topology.metadata.attribution,
    licence: topology.metadata.licence,
  };
}
