import { type DataDir, defaultDataDir, readDataJson } from "../files/index.ts";
import { MapModel, TileGrid } from "./map-model.ts";

const MAP_FILE = { vn34: "geo/map-34.json", vn63: "geo/map-63.json" } as const;

/** The map of the 34 present provinces, or of the 63 former ones (codes `vn63:…`). */
export function loadMap(codeSet: "vn34" | "vn63", dataDir: DataDir = defaultDataDir()): MapModel {
  return MapModel.parse(readDataJson(dataDir, MAP_FILE[codeSet]));
}

/** The tile grid of the 34 present provinces. */
export function loadTileGrid(dataDir: DataDir = defaultDataDir()): TileGrid {
  return TileGrid.parse(readDataJson(dataDir, "geo/tile-grid.json"));
}
