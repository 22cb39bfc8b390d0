import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { MapModel, TileGrid } from "./map-model.ts";

async function load<T>(path: string, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
  const answer = await fetch(path, { signal });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return schema.parse(await answer.json());
}

const FOR_EVER = Number.POSITIVE_INFINITY;

/** The map of the 34 present or the 63 former provinces; it never changes while a tab is open. */
export const mapQuery = (areaBasis: "present" | "former") =>
  queryOptions({
    queryKey: ["map", areaBasis],
    queryFn: ({ signal }) =>
      load(areaBasis === "present" ? "/maps/map-34.json" : "/maps/map-63.json", MapModel, signal),
    staleTime: FOR_EVER,
  });

export const tileGridQuery = () =>
  queryOptions({
    queryKey: ["tile-grid"],
    queryFn: ({ signal }) => load("/maps/tile-grid.json", TileGrid, signal),
    staleTime: FOR_EVER,
  });
