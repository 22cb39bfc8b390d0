import { loadMap, loadTileGrid } from "@bochiso/seed/maps";
import { Router } from "express";
import { sendWithEtag } from "./rest/etag-json.ts";

/** The maps there are, by file name. */
const MAPS = {
  "map-34.json": () => loadMap("vn34"),
  "map-63.json": () => loadMap("vn63"),
  "tile-grid.json": () => loadTileGrid(),
} as const;

/** `/maps/<name>.json`: the provinces and islands projected to SVG paths, with their attribution. */
export function mapFiles(): Router {
  const router = Router();
  const loaded = new Map<string, object>();
  for (const [name, load] of Object.entries(MAPS)) {
    router.get(`/${name}`, (request, response) => {
      const map = loaded.get(name) ?? load();
      loaded.set(name, map);
      sendWithEtag(request, response, map);
    });
  }
  return router;
}
