import type { EntryGridInput } from "@bochiso/shared/entry";
import { queryOptions } from "@tanstack/react-query";
import type { ScreenSource } from "./screen-source.ts";

/** The grid of a feed; another period does not stand in for the one asked for. */
export const entryGridQuery = (source: ScreenSource, input: EntryGridInput) =>
  queryOptions({
    queryKey: ["entry-grid", input],
    queryFn: ({ signal }) => source.entry.grid(input, signal),
    // What was typed stands beside it: it is asked again only when told to.
    staleTime: Number.POSITIVE_INFINITY,
  });
