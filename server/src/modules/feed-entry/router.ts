import {
  EntryCheckInput,
  EntryGridInput,
  EntrySaveInput,
  EntryTemplateInput,
  FileReadInput,
} from "@bochiso/shared/entry";
import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";

/** Entry by hand and files. Reading a file and checking store nothing; they are mutations because of what they carry. */
export const feedEntryRouter = router({
  grid: readProcedure.input(EntryGridInput).query(({ ctx, input }) => ctx.services.feedEntry.grid(input)),
  template: readProcedure.input(EntryTemplateInput).query(({ ctx, input }) => ctx.services.feedEntry.template(input)),
  readFile: readProcedure.input(FileReadInput).mutation(({ ctx, input }) => ctx.services.feedEntry.readFile(input)),
  check: readProcedure.input(EntryCheckInput).mutation(({ ctx, input }) => ctx.services.feedEntry.check(input)),
  save: readProcedure.input(EntrySaveInput).mutation(({ ctx, input }) => ctx.services.feedEntry.save(input)),
});
