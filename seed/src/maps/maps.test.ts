import { describe, expect, it } from "vitest";
import { loadAreas } from "../catalogue/index.ts";
import { defaultDataDir, readDataJson, readDataText } from "../files/index.ts";
import { labelPoint } from "./label-point.ts";
import { loadMap, loadTileGrid } from "./load-map.ts";
import { Archipelagos, projectMap } from "./project-map.ts";
import { shapesOf, Topology } from "./topology.ts";

const areas = loadAreas();
const codesOf = (codeSet: string): string[] =>
  areas
    .filter((it) => it.codeSet === codeSet && it.code !== "vn63:HT")
    .map((it) => it.code as string)
    .toSorted();

describe.each([
  ["vn34", "34"],
  ["vn63", "63"],
] as const)("map %s", (codeSet, units) => {
  const map = loadMap(codeSet);

  it("draws every unit once, with its label inside the view box", () => {
    expect(map.provinces.map((it) => it.code).toSorted()).toEqual(codesOf(codeSet));
    for (const { path, label } of map.provinces) {
      expect(path).toMatch(/^(M\d+ \d+l[-\d ]+z)+$/);
      expect(label.x > 0 && label.x < map.viewBox.width && label.y > 0 && label.y < map.viewBox.height).toBe(true);
    }
  });

  it("shows Hoàng Sa and Trường Sa in labelled frames, with their islands inside and their province", () => {
    expect(map.insets.map((it) => [it.name.vi, it.province, it.islands.length])).toEqual([
      ["Quần đảo Hoàng Sa", codeSet === "vn34" ? "48" : "vn63:48", 6],
      ["Quần đảo Trường Sa", codeSet === "vn34" ? "56" : "vn63:56", 14],
    ]);
    for (const { frame, islands, label } of map.insets) {
      for (const point of [...islands, label]) {
        expect(point.x > frame.x && point.x < frame.x + frame.width).toBe(true);
        expect(point.y > frame.y && point.y < frame.y + frame.height).toBe(true);
      }
    }
  });

  it("keeps the frames clear of land", () => {
    for (const { path } of map.provinces) {
      for (const ring of path.split("z").filter((it) => it !== "")) {
        const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
        let [x = 0, y = 0] = numbers;
        for (let at = 2; at < numbers.length; at += 2) {
          x += numbers[at] ?? 0;
          y += numbers[at + 1] ?? 0;
          const hit = map.insets.find(
            ({ frame }) => x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height,
          );
          expect(hit?.id).toBeUndefined();
        }
      }
    }
  });

  it("draws Bạch Long Vĩ, which the boundary layer lacks, and carries the attribution", () => {
    expect(map.islands.map((it) => it.name)).toEqual(["Đảo Bạch Long Vĩ"]);
    expect(map.attribution).toContain("OpenStreetMap");
    expect(map.licence).toBe("ODbL-1.0");
  });

  it("is what the script writes from the boundary file, and stays under 60 kB", () => {
    const topology = Topology.parse(readDataJson(defaultDataDir(), `geo/vn-provinces-${units}.odbl.topo.json`));
    const archipelagos = Archipelagos.parse(readDataJson(defaultDataDir(), "geo/vn-archipelagos.geojson"));
    expect(projectMap(codeSet, topology, archipelagos)).toEqual(map);
    expect(readDataText(defaultDataDir(), `geo/map-${units}.json`).length).toBeLessThan(60_000);
  });
});

describe("tile grid", () => {
  it("gives each present province and archipelago a tile of its own", () => {
    const grid = loadTileGrid();
    expect(grid.provinces.map((it) => it.code)).toEqual(codesOf("vn34"));
    const tiles = [...grid.provinces, ...grid.archipelagos].map((it) => `${it.column},${it.row}`);
    expect(new Set(tiles).size).toBe(36);
    for (const it of [...grid.provinces, ...grid.archipelagos]) {
      expect(it.column < grid.columns && it.row < grid.rows).toBe(true);
    }
  });
});

describe("shapesOf", () => {
  it("stitches arcs and reads a negative index backwards", () => {
    const topology = Topology.parse({
      type: "Topology",
      transform: { scale: [1, 1], translate: [10, 20] },
      arcs: [
        [
          [0, 0],
          [1, 0],
        ],
        [
          [0, 0],
          [0, 1],
          [1, -1],
        ],
      ],
      objects: { provinces: { geometries: [{ type: "Polygon", arcs: [[0, -2]], properties: { code: "01" } }] } },
      metadata: { licence: "x", attribution: "y" },
    });
    expect(shapesOf(topology)[0]?.polygons).toEqual([
      [
        [
          [10, 20],
          [11, 20],
          [10, 21],
          [10, 20],
        ],
      ],
    ]);
  });
});

describe("labelPoint", () => {
  it("stays inside a crescent whose centre lies outside", () => {
    const [x, y] = labelPoint([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 8],
      [8, 8],
      [8, 2],
      [0, 2],
      [0, 0],
    ]);
    expect(x > 8 || y < 2 || y > 8).toBe(true);
  });
});
