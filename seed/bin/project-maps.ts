/** Writes `data/geo/map-34.json` and `map-63.json` from the boundary files. Run: `node seed/bin/project-maps.ts`. */
import { writeFileSync } from "node:fs";
import { defaultDataDir, readDataJson } from "../src/files/index.ts";
import { Archipelagos, projectMap } from "../src/maps/project-map.ts";
import { Topology } from "../src/maps/topology.ts";

const dataDir = defaultDataDir();
const archipelagos = Archipelagos.parse(readDataJson(dataDir, "geo/vn-archipelagos.geojson"));
for (const units of ["34", "63"] as const) {
  const topology = Topology.parse(readDataJson(dataDir, `geo/vn-provinces-${units}.odbl.topo.json`));
  const map = projectMap(`vn${units}`, topology, archipelagos);
  writeFileSync(new URL(`geo/map-${units}.json`, dataDir), `${JSON.stringify(map)}\n`);
}
