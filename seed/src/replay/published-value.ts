import type { SubmittedObservation } from "@bochiso/shared/submission";

/** One published figure, as it will be submitted, with where it stood. */
export interface PublishedValue {
  readonly file: string;
  /** Name of the publisher's workbook, or the file itself where it is the document. */
  readonly document: string;
  readonly credit: string;
  /** When it was published, ISO instant; null = unknown, so the moment of loading. */
  readonly publishedAt: string | null;
  /** Period of the table it stands in, which for a revision is later than the period it describes. */
  readonly tablePeriod: string;
  /** File line from 1 with the header; null for JSON. */
  readonly line: number | null;
  /** Revisions of the month before come first within a table. */
  readonly isRevision: boolean;
  readonly observation: SubmittedObservation;
}

/** Published content that makes no observation, and why. `rows` are file lines; empty where a row is absent. */
export interface ReplayOmission {
  readonly file: string;
  readonly column: string | null;
  readonly rows: readonly number[];
  /** Printed cells left out; 0 where the publisher left a row out. */
  readonly cells: number;
  readonly reason: string;
}

/** What a file yields. */
export interface InterpretedFile {
  readonly values: readonly PublishedValue[];
  readonly omissions: readonly ReplayOmission[];
}
