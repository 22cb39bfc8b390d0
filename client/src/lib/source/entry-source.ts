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
import type { TRPCClient } from "@trpc/client";

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
