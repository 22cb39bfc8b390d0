import { queryOptions } from "@tanstack/react-query";

/** The shape of a map is checked while the map itself travels: the check is no part of what a home screen loads. */
const loadModels = () => import("./map-model.ts");

async function load(path: string, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(path, { signal });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return await answer.json();
}

const FOR_EVER = Number.POSITIVE_INFINITY;

/** The map of the 34 present or the 63 former provinces; it never changes while a tab is open. */
export const mapQuery = (areaBasis: "present" | "former") =>
  queryOptions({
    queryKey: ["map", areaBasis],
    queryFn: async ({ signal }) => {
      const path = areaBasis === "present" ? "/maps/map-34.json" : "/maps/map-63.json";
      const [{ MapModel }, drawn] = await Promise.all([loadModels(), load(path, signal)]);
      return MapModel.parse(drawn);
    },
    staleTime: FOR_EVER,
  });

export const tileGridQuery = () =>
  queryOptions({
    queryKey: ["tile-grid"],
    queryFn: async ({ signal }) => {
      const [{ TileGrid }, drawn] = await Promise.all([loadModels(), load("/maps/tile-grid.json", signal)]);
      return TileGrid.parse(drawn);
    },
    staleTime: FOR_EVER,
  });
