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

/**
 * What the screens of entry call. Shapes: `shared/src/entry/`. `grid` what a feed has to deliver in a period; `template` the
 * same as a spreadsheet; `readFile` a dropped file in the form of the contract; `check` what saving rows would do; `save`
 * stores them, the person as stated being the actor. Errors are `DomainError`s with a text in both languages:
 * `feed-unknown`, `feed-not-accepting`, `period-malformed`, `file-unreadable`, `file-too-large`, `idempotency-key-reused`.
 * Faults of rows are no errors: they are in the answer.
 */
export interface FeedEntryServices {
  grid(input: EntryGridInput): Promise<EntryGridModel>;
  template(input: EntryTemplateInput): Promise<EntryTemplate>;
  readFile(input: FileReadInput): Promise<FileReading>;
  check(input: EntryCheckInput): Promise<EntryEffect>;
  save(input: EntrySaveInput): Promise<EntrySaved>;
}
