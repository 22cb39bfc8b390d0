import type { AppRouter } from "@bochiso/server/router";
import type {
  EntryCheckInput,
  EntryEffect,
  EntryGridInput,
  EntryGridModel,
  EntrySaved,
  EntrySaveInput,
  EntryTemplate,
  EntryTemplateInput,
  FileReadInput,
  FileReading,
} from "@bochiso/shared/entry";
import { queryOptions } from "@tanstack/react-query";
import type { TRPCClient } from "@trpc/client";
import type { ScreenSource } from "./screen-source.ts";

/** What entry by hand and files ask and change. */
export interface EntrySource {
  grid(input: EntryGridInput, signal?: AbortSignal): Promise<EntryGridModel>;
  template(input: EntryTemplateInput): Promise<EntryTemplate>;
  readFile(input: FileReadInput): Promise<FileReading>;
  check(input: EntryCheckInput): Promise<EntryEffect>;
  save(input: EntrySaveInput): Promise<EntrySaved>;
}

/** Entry by hand and files of a running server. */
export function trpcEntrySource({ feedEntry }: Pick<TRPCClient<AppRouter>, "feedEntry">): EntrySource {
  return {
    grid: (input, signal) => feedEntry.grid.query(input, signal === undefined ? {} : { signal }),
    template: (input) => feedEntry.template.query(input),
    readFile: (input) => feedEntry.readFile.mutate(input),
    check: (input) => feedEntry.check.mutate(input),
    save: (input) => feedEntry.save.mutate(input),
  };
}

/** The grid of a feed; another period does not stand in for the one asked for. */
export const entryGridQuery = (source: ScreenSource, input: EntryGridInput) =>
  queryOptions({
    queryKey: ["entry-grid", input],
    queryFn: ({ signal }) => source.entry.grid(input, signal),
    // What was typed stands beside it: it is asked again only when told to.
    staleTime: Number.POSITIVE_INFINITY,
  });
