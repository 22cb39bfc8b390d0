export { loadMap, loadTileGrid } from "./load-map.ts";
export { MapModel, TileGrid } from "./map-model.ts";
