import type { FileFinding, FileFindingCode } from "@bochiso/shared/entry";
import type { Text } from "@bochiso/shared/text";

/** What a finding says and advises. */
export interface Phrase {
  readonly severity: FileFinding["severity"];
  /** `got` is what stands in the cell, or what else there is to name. */
  readonly text: (got: string) => Text;
  readonly advice: Text;
}

/** Some of the findings, by code. */
export type Phrases = Partial<Readonly<Record<FileFindingCode, Phrase>>>;

/** A text in both languages. */
export const both = (vi: string, en: string): Text => ({ vi, en });
