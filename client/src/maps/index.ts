export type { MapArea } from "./map-area.ts";
export { mapQuery, tileGridQuery } from "./map-queries.ts";
export { ProvinceMap } from "./province-map.tsx";
